package io.github.vaultrenderer.app;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A command to run after a file changed. One word is a program; more are a line for the shell, which the system has to
 * have then: our own image has none.
 *
 * @param line the command
 * @param environment what it sees
 */
record ChangeCommand(String line, Map<String, String> environment) {

    /** consul-template's default. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** A command that could not be run, failed, or took too long. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(String message) {
            super(message);
        }
    }

    void run() {
        List<String> words = line.matches("\\S+") ? List.of(line) : List.of("sh", "-c", line);
        ProcessBuilder builder = new ProcessBuilder(words).inheritIO();
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            if (!process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new Failed("the command \"" + line + "\" did not end within " + TIMEOUT.toSeconds() + " s");
            }
            if (process.exitValue() != 0) {
                throw new Failed("the command \"" + line + "\" failed with exit code " + process.exitValue());
            }
        } catch (IOException notStarted) {
            throw new Failed("the command \"" + line + "\" cannot be started: there is no " + words.get(0)
                    + " on the PATH. The files are written; run the command in the application's own container");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failed("the command \"" + line + "\" was interrupted");
        }
    }
}
