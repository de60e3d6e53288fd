package io.github.vaultrenderer.app;

import io.github.vaultrenderer.app.settings.ExternalCommand;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs an {@link ExternalCommand} with our own input and outputs. */
final class ExternalProcess {

    /** Where a shell is, should the PATH not say. */
    private static final List<String> SHELLS = List.of("sh", "/bin/sh", "/usr/bin/sh");

    /** How the JDK tells of EACCES. */
    private static final String NO_PERMISSION = "error=13";

    private final ExternalCommand command;
    private final Process process;

    private ExternalProcess(ExternalCommand command, Process process) {
        this.command = command;
        this.process = process;
    }

    /**
     * Starts a program.
     *
     * @param environment our own variables
     * @throws RunFailed when it cannot be started
     */
    static ExternalProcess start(ExternalCommand command, Map<String, String> environment) {
        Map<String, String> seen = command.environment().of(environment);
        if (!command.shellLine()) {
            return new ExternalProcess(command, started(command, command.words(), seen));
        }
        List<String> words = new ArrayList<>(List.of("", "-c", command.words().get(0)));
        for (int i = 0; ; i++) {
            words.set(0, SHELLS.get(i));
            try {
                return new ExternalProcess(command, started(command, words, seen));
            } catch (RunFailed noShell) {
                if (i == SHELLS.size() - 1) {
                    throw noShell;
                }
            }
        }
    }

    /**
     * Waits for its end.
     *
     * @return its exit code
     * @throws RunFailed when it takes longer than it may; it is killed then
     */
    int await() {
        Duration timeout = command.timeout();
        try {
            if (timeout.isZero()) {
                return process.waitFor();
            }
            if (!process.waitFor(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                kill();
                throw new RunFailed("the command \"" + command + "\" did not end within " + timeout.toMillis() / 1000.0
                        + " s. Raise command_timeout, or let it go on in the background by itself");
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RunFailed("the command \"" + command + "\" was interrupted");
        }
    }

    /** Asks it to end, and what it started: a shell does not pass that on. */
    void stop() {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroy();
        descendants.forEach(ProcessHandle::destroy);
    }

    /** What a shell started outlives the shell otherwise. */
    private void kill() {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
    }

    private static String reason(String program, IOException notStarted) {
        return String.valueOf(notStarted.getMessage()).contains(NO_PERMISSION)
                ? program + " may not be executed"
                : "there is no " + program + " on the PATH";
    }

    private static Process started(ExternalCommand command, List<String> words, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(words).inheritIO();
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException notStarted) {
            throw new RunFailed("the command \"" + command + "\" cannot be started: " + reason(words.get(0), notStarted)
                    + ". The files are written; run the command in the application's own container");
        }
    }
}
