package io.github.vaultrenderer.benchmarks.engine;

/**
 * What one pass costs.
 *
 * @param nanoseconds the time
 * @param bytes what is allocated
 */
record Measured(double nanoseconds, double bytes) {}
