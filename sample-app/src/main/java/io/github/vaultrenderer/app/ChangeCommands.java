package io.github.vaultrenderer.app;

import io.github.vaultrenderer.app.settings.ExternalCommand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The commands to run after files changed: when all files are there, in the order of the templates, and each once however
 * many of its files changed. All are run, even when one fails.
 *
 * @see <a href="https://github.com/hashicorp/consul-template/blob/v0.41.1/manager/runner.go">consul-template, Run</a>
 */
final class ChangeCommands {

    private final Map<String, String> environment;
    private final KilledExit killed;
    private final Map<List<String>, ExternalCommand> commands = new LinkedHashMap<>();

    /**
     * @param environment our own variables
     * @param killed stops the command that runs when a signal comes
     */
    ChangeCommands(Map<String, String> environment, KilledExit killed) {
        this.environment = environment;
        this.killed = killed;
    }

    void add(ExternalCommand command) {
        commands.putIfAbsent(command.words(), command);
    }

    /**
     * Runs them.
     *
     * @throws RunFailed naming each that failed
     */
    void run() {
        List<String> failures = new ArrayList<>();
        for (ExternalCommand command : commands.values()) {
            try {
                int code = exitCode(command);
                if (code != 0) {
                    failures.add("the command \"" + command + "\" failed with exit code " + code);
                }
            } catch (RunFailed failed) {
                failures.add(String.valueOf(failed.getMessage()));
            }
        }
        if (!failures.isEmpty()) {
            throw new RunFailed(String.join("; ", failures));
        }
    }

    private int exitCode(ExternalCommand command) {
        ExternalProcess process = killed.open(() -> ExternalProcess.start(command, environment), ExternalProcess::stop);
        try {
            return process.await();
        } finally {
            killed.ended(process);
        }
    }
}
