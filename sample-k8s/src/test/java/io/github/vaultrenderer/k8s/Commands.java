package io.github.vaultrenderer.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs programs that the samples tell their readers to run. */
final class Commands {

    private Commands() {}

    /** Runs one and gives its output; one that fails is an exception with it, and with what it said besides. */
    static String run(Path folder, Map<String, String> environment, String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        try {
            // Apart from the output: kubectl remarks there on its own connection.
            Path remarks = Files.createTempFile("remarks", ".txt");
            try {
                Process process = builder.redirectError(remarks.toFile()).start();
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (process.waitFor() != 0) {
                    throw new IllegalStateException(
                            List.of(command) + " failed: " + output + Files.readString(remarks));
                }
                return output;
            } finally {
                Files.delete(remarks);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot run " + List.of(command), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
