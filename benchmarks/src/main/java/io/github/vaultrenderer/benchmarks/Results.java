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

    private static final int FEWEST_STEPS = 2;

    /**
     * Of one scenario.
     *
     * @param name short
     * @param description what the job was
     * @param stepSeconds the steps in which its times come; 0 where they come as they are
     * @param series one for each contestant
     */
    record Outcome(String name, String description, double stepSeconds, List<Series> series) {

        Outcome {
            series = List.copyOf(series);
        }

        /** A peer that is done within two steps would be one that halves or doubles by chance. */
        private boolean isUnit(Series peer) {
            return !peer.ours() && peer.of(Sample.SECONDS).median() >= FEWEST_STEPS * stepSeconds;
        }
    }

    Results {
        versions = Map.copyOf(versions);
        scenarios = List.copyOf(scenarios);
    }

    /**
     * How long each of ours took, with a peer's time as the unit, where that {@linkplain Outcome#isUnit can be one}; by
     * scenario and names.
     */
    Map<String, Double> ratios() {
        Map<String, Double> ratios = new LinkedHashMap<>();
        for (Outcome outcome : scenarios) {
            for (Series ours : outcome.series()) {
                for (Series peer : outcome.series()) {
                    if (ours.ours() && outcome.isUnit(peer)) {
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
