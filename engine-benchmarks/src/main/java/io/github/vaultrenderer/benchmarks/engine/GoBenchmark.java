package io.github.vaultrenderer.benchmarks.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The same templates through Go's engine, by {@code go test}. */
final class GoBenchmark {

    private static final Pattern RESULT =
            Pattern.compile("^Benchmark(Parse|Render)/(\\w+?)(?:-\\d+)?\\s+\\d+\\s+([0-9.]+) ns/op\\s+(\\d+) B/op.*");

    private final Path folder;

    GoBenchmark(Path folder) {
        this.folder = folder;
    }

    /** Renders each template into a file of its name. */
    void render(Path output) throws IOException, InterruptedException {
        go(output, "test", "-count=1", "-run", "TestOutput");
    }

    /** Measures; by benchmark and template. */
    Map<String, Measured> run() throws IOException, InterruptedException {
        Map<String, Measured> results = new HashMap<>();
        String output = go(folder, "test", "-run", "NONE", "-bench", ".", "-benchtime", "3s");
        for (String line : output.split("\n")) {
            Matcher matcher = RESULT.matcher(line);
            if (matcher.matches()) {
                results.put(
                        matcher.group(1).toLowerCase(java.util.Locale.ROOT) + " " + matcher.group(2),
                        new Measured(Double.parseDouble(matcher.group(3)), Double.parseDouble(matcher.group(4))));
            }
        }
        return results;
    }

    String version() throws IOException, InterruptedException {
        return go(folder, "version").strip();
    }

    private String go(Path output, String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "go";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("OUTPUT", output.toString());
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("go " + String.join(" ", arguments) + " failed:\n" + text);
        }
        return text;
    }
}
