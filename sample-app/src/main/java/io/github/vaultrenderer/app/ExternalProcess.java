package io.github.vaultrenderer.app;

import io.github.vaultrenderer.app.settings.ExternalCommand;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs an {@link ExternalCommand} with our own input and outputs. */
final class ExternalProcess {

    /** Where a shell is, should the PATH not say. */
    static final List<String> SHELLS = List.of("sh", "/bin/sh", "/usr/bin/sh");

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

    /**
     * Asks it to end, and what it started: a shell does not pass that on. What has not ended after its time is killed.
     *
     * @see <a href="https://github.com/hashicorp/consul-template/blob/v0.41.1/child/child.go">consul-template, Child.kill</a>
     */
    void stop() {
        List<ProcessHandle> all = withDescendants();
        ProcessSignal.send(command.killSignal(), all);
        CompletableFuture<?>[] ends = all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(command.killTimeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException stubborn) {
            // And what it started meanwhile.
            kill();
            all.forEach(ProcessHandle::destroyForcibly);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            kill();
        }
    }

    private void kill() {
        withDescendants().forEach(ProcessHandle::destroyForcibly);
    }

    /** What a shell started outlives the shell otherwise. The shell is first, so that it starts nothing more. */
    private List<ProcessHandle> withDescendants() {
        List<ProcessHandle> all = new ArrayList<>(List.of(process.toHandle()));
        process.descendants().forEach(all::add);
        return all;
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
