package io.github.vaultrenderer.benchmarks;

import java.util.List;
import java.util.Map;

/**
 * A way to do the job.
 *
 * @param name as the table names it
 * @param ours whether it is this project's program
 * @param command what is run
 * @param environment all variables that it gets, but for the PATH
 */
record Contestant(String name, boolean ours, List<String> command, Map<String, String> environment) {}
