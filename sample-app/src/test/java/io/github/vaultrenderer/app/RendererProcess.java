package io.github.vaultrenderer.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

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

    /** Our own program, in this JVM. */
    static RendererProcess here(Map<String, String> environment, List<String> arguments, Path terminationLog) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        try (PrintStream outputStream = new PrintStream(output, true, StandardCharsets.UTF_8);
                PrintStream errorStream = new PrintStream(errors, true, StandardCharsets.UTF_8)) {
            int exitCode =
                    new RendererApplication(environment, outputStream, errorStream, terminationLog).run(arguments);
            return new RendererProcess(
                    exitCode, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
        }
    }

    /** Any program; it sees these variables and no others. */
    static RendererProcess run(Map<String, String> environment, List<String> command) {
        Path said = null;
        try {
            said = Files.createTempDirectory("process");
            Path output = said.resolve("output");
            Path errors = said.resolve("errors");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command.get(0) + " did not end; it said: " + text(errors));
            }
            return new RendererProcess(process.exitValue(), text(output), text(errors));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } finally {
            FileSystemUtils.deleteRecursively(said == null ? null : said.toFile());
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
