package io.github.vaultrenderer.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that ran to its end.
 *
 * @param exitCode its exit code
 * @param output its standard output
 * @param errors its standard error
 */
record RendererProcess(int exitCode, String output, String errors) {

    private static final int TIMEOUT_SECONDS = 120;

    /** Our own program, in a JVM of its own. */
    static RendererProcess ours(Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                RendererApplication.class.getName()));
        command.addAll(arguments);
        return run(environment, command);
    }

    /** Any program; it sees these variables and no others. */
    static RendererProcess run(Map<String, String> environment, List<String> command) {
        try {
            Path output = Files.createTempFile("process", ".out");
            Path errors = Files.createTempFile("process", ".err");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command.get(0) + " did not end; it said: " + Files.readString(errors));
            }
            return new RendererProcess(process.exitValue(), text(output), text(errors));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private static String text(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        Files.delete(file);
        return text;
    }
}
