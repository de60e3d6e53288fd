package io.github.vaultrenderer.benchmarks.engine;

import io.github.vaultrenderer.template.gotemplate.GoTemplateEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs both engines over the same templates, and writes a table. */
public final class EngineComparison {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private EngineComparison() {}

    /** The first argument is this module's folder, the second the file to be written. */
    public static void main(String[] arguments) throws IOException, InterruptedException, RunnerException {
        GoBenchmark go = new GoBenchmark(Path.of(arguments[0], "src", "main", "go"));
        compareOutput(go);
        Map<String, Measured> ours = ours();
        Map<String, Measured> theirs = go.run();
        Files.writeString(Path.of(arguments[1]), table(ours, theirs, go.version()));
    }

    /** Who renders something else is not comparable. */
    private static void compareOutput(GoBenchmark go) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("engine-benchmarks");
        go.render(folder);
        for (String name : BenchmarkData.NAMES) {
            byte[] ours = GoTemplateEngine.compatible()
                    .compile(BenchmarkData.template(name))
                    .render(new BenchmarkData())
                    .output()
                    .bytes();
            if (!Arrays.equals(ours, Files.readAllBytes(folder.resolve(name)))) {
                Files.write(folder.resolve(name + ".ours"), ours);
                throw new IllegalStateException("the engines render " + name + " differently: see " + folder);
            }
            Files.delete(folder.resolve(name));
        }
        Files.delete(folder);
    }

    private static Map<String, Measured> ours() throws RunnerException {
        Map<String, Measured> results = new HashMap<>();
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(EngineBenchmark.class.getSimpleName())
                        .addProfiler(GCProfiler.class)
                        .build())
                .run()) {
            String benchmark = result.getParams().getBenchmark();
            results.put(
                    benchmark.substring(benchmark.lastIndexOf('.') + 1) + " " + result.getParams().getParam("template"),
                    new Measured(
                            result.getPrimaryResult().getScore(),
                            result.getSecondaryResults().get(ALLOCATED).getScore()));
        }
        return results;
    }

    private static String table(Map<String, Measured> ours, Map<String, Measured> theirs, String version) {
        StringBuilder out = new StringBuilder(
                """
                # The Go template engine beside Go's

                Written by `mvn -B -Pengine-benchmarks -pl engine-benchmarks -am verify -DskipTests`: JMH here, `go test -bench`
                there, the same templates and data, one thread, after warm-up. A ratio above 1 says that ours does more in a
                second. The small template is 5 lines, the medium one 200, the large one renders 10,000 elements to 1 MB.

                """);
        out.append("Java ").append(Runtime.version()).append("; ").append(version).append(".\n\n");
        out.append("| | ours, µs | Go, µs | ratio | ours, kB allocated | Go, kB allocated |\n");
        out.append("| --- | ---: | ---: | ---: | ---: | ---: |\n");
        for (String benchmark : new String[] {"parse", "render"}) {
            for (String name : BenchmarkData.NAMES) {
                String key = benchmark + " " + name;
                out.append(row(key, ours.get(key), theirs.get(key)));
            }
        }
        return out.toString();
    }

    private static String row(String key, Measured ours, Measured theirs) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.2f | %.1f | %.1f |%n",
                key,
                ours.nanoseconds() / 1000,
                theirs.nanoseconds() / 1000,
                theirs.nanoseconds() / ours.nanoseconds(),
                ours.bytes() / 1000,
                theirs.bytes() / 1000);
    }
}
