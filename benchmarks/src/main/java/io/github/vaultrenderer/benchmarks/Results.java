package io.github.vaultrenderer.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one run of the benchmarks found.
 *
 * @param date the day, ISO 8601
 * @param machine what it ran on
 * @param versions of the programs, by name
 * @param scenarios in the order in which they ran
 */
record Results(String date, String machine, Map<String, String> versions, List<Outcome> scenarios) {

    /**
     * Of one scenario.
     *
     * @param name short
     * @param description what the job was
     * @param series one for each contestant
     */
    record Outcome(String name, String description, List<Series> series) {

        Outcome {
            series = List.copyOf(series);
        }
    }

    Results {
        versions = Map.copyOf(versions);
        scenarios = List.copyOf(scenarios);
    }

    /** How long each of ours took, with a peer's time as the unit; by scenario and names. */
    Map<String, Double> ratios() {
        Map<String, Double> ratios = new LinkedHashMap<>();
        for (Outcome outcome : scenarios) {
            for (Series ours : outcome.series()) {
                for (Series peer : outcome.series()) {
                    if (ours.ours() && !peer.ours()) {
                        ratios.put(
                                outcome.name() + ": " + ours.name() + " / " + peer.name(),
                                ours.of(Sample.SECONDS).median()
                                        / peer.of(Sample.SECONDS).median());
                    }
                }
            }
        }
        return ratios;
    }
}
