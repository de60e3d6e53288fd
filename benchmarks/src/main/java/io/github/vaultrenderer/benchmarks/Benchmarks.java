package io.github.vaultrenderer.benchmarks;

import io.github.vaultrenderer.benchmarks.PodScenario.Moment;
import io.github.vaultrenderer.benchmarks.Results.Outcome;
import io.github.vaultrenderer.test.KeyType;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs every scenario that this machine has the means for, and writes the table, the figures and the plots; or checks that
 * no ratio is much worse than in the figures that are committed.
 */
public final class Benchmarks {

    private static final int CONTAINER_MILLIS = 250;
    private static final int FEWER = 3;
    private static final List<String> ON_A_CLUSTER = List.of("pod-ready", "pod-ready-any-moment", "rollout");
    private static final PrintStream OUT = System.out;

    private final ObjectMapper json = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private final Path output;
    private final int rounds;
    private final Path project;
    private final List<String> chosen;

    private Benchmarks(Path output, int rounds, Path project, List<String> chosen) {
        this.output = output;
        this.rounds = rounds;
        this.project = project;
        this.chosen = chosen;
    }

    /**
     * Takes {@code write} or {@code check}, the folder of the figures, the number of rounds, the project's folder, and the
     * names of the scenarios, separated by commas.
     */
    public static void main(String[] arguments) throws IOException {
        Benchmarks benchmarks = new Benchmarks(
                Path.of(arguments[1]),
                Integer.parseInt(arguments[2]),
                Path.of(arguments[3]),
                List.of(arguments[4].split(",", -1)));
        try {
            Results results = benchmarks.run();
            if (arguments[0].equals("check")) {
                benchmarks.check(results);
            } else {
                benchmarks.write(results);
            }
        } catch (RuntimeException failure) {
            failure.printStackTrace(OUT);
            // A server that a scenario could not close would keep this process alive.
            System.exit(1);
        }
    }

    private Results run() {
        OurProgram ours = new OurProgram(project);
        List<Outcome> outcomes = new ArrayList<>();
        if (chosen.contains("start")) {
            outcomes.add(outcome(() -> new StartScenario(ours, KeyType.RSA, null), rounds));
        }
        if (chosen.contains("start-p256")) {
            outcomes.add(outcome(() -> new StartScenario(ours, KeyType.EC, null), rounds));
        }
        if (chosen.contains("start-limited")) {
            CpuLimit.of(CONTAINER_MILLIS)
                    .ifPresentOrElse(
                            limit -> outcomes.add(limited(ours, limit)),
                            () -> OUT.println("start-limited is left out: this user may not make control groups"));
        }
        if (chosen.contains("work")) {
            outcomes.add(outcome(() -> new WorkScenario(ours, true), rounds));
        }
        if (chosen.contains("work-plain")) {
            outcomes.add(outcome(() -> new WorkScenario(ours, false), rounds));
        }
        if (chosen.stream().anyMatch(ON_A_CLUSTER::contains)) {
            if (System.getenv("KUBECONFIG") != null && System.getenv("VAULT_RENDERER_IMAGE") != null) {
                outcomes.addAll(onACluster());
            } else {
                OUT.println(String.join(", ", ON_A_CLUSTER)
                        + " are left out: they need what the samples' tests need, see sample-k8s/README.md");
            }
        }
        return new Results(LocalDate.now(ZoneOffset.UTC).toString(), Machine.description(), versions(), outcomes);
    }

    private Outcome limited(OurProgram ours, CpuLimit limit) {
        try (limit) {
            return outcome(() -> new StartScenario(ours, KeyType.RSA, limit), fewerRounds());
        }
    }

    private List<Outcome> onACluster() {
        List<Outcome> outcomes = new ArrayList<>();
        try (SamplePods samples = new SamplePods(project)) {
            if (chosen.contains("pod-ready")) {
                outcomes.add(outcome(() -> new PodScenario(samples, Moment.ONE_AFTER_ANOTHER), fewerRounds()));
            }
            if (chosen.contains("pod-ready-any-moment")) {
                outcomes.add(outcome(() -> new PodScenario(samples, Moment.ANY), rounds));
            }
            if (chosen.contains("rollout")) {
                outcomes.add(outcome(() -> new RolloutScenario(samples), fewerRounds()));
            }
        }
        return outcomes;
    }

    private int fewerRounds() {
        return Math.max(1, rounds / FEWER);
    }

    /** In turns: what the machine does besides hits all alike. The first turn warms the disk's cache and does not count. */
    private static Outcome outcome(Supplier<Scenario> start, int rounds) {
        try (Scenario scenario = start.get()) {
            Map<Contestant, List<Sample>> samples = new LinkedHashMap<>();
            for (int round = 0; round <= rounds; round++) {
                for (Contestant contestant : scenario.contestants()) {
                    Sample sample = scenario.run(contestant);
                    if (round > 0) {
                        samples.computeIfAbsent(contestant, any -> new ArrayList<>())
                                .add(sample);
                    }
                }
            }
            List<Series> series = new ArrayList<>();
            samples.forEach((contestant, runs) -> series.add(Series.of(contestant, runs)));
            Outcome outcome = new Outcome(scenario.name(), scenario.description(), scenario.stepSeconds(), series);
            OUT.println(Table.section(outcome));
            return outcome;
        }
    }

    private Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put(
                "Java of the image",
                Peers.version(project.resolve("sample-app/target/image/app/java/bin/java"), "-version"));
        Peers.find("consul-template").ifPresent(peer -> versions.put("consul-template", Peers.version(peer, "-v")));
        Peers.find("vault").ifPresent(peer -> versions.put("vault", Peers.version(peer, "version")));
        return versions;
    }

    private void write(Results results) throws IOException {
        Files.createDirectories(output);
        Files.writeString(output.resolve("results.json"), json.writeValueAsString(results) + "\n");
        Files.writeString(output.resolve("results.md"), Table.of(results));
        for (Outcome outcome : results.scenarios()) {
            Files.writeString(output.resolve(outcome.name() + ".svg"), Plot.of(outcome));
        }
    }

    private void check(Results results) throws IOException {
        Results before = json.readValue(Files.readString(output.resolve("results.json")), Results.class);
        List<String> worse = Regression.between(before, results);
        if (!worse.isEmpty()) {
            throw new IllegalStateException(
                    "over 20 % worse than the committed figures of " + before.date() + ": " + String.join("; ", worse));
        }
    }
}
