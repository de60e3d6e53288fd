package io.github.vaultrenderer.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Several runs of one contestant.
 *
 * @param name the contestant's
 * @param ours whether it is this project's program
 * @param figures by unit
 */
record Series(String name, boolean ours, Map<String, Spread> figures) {

    /**
     * Of a figure.
     *
     * @param median half of the runs took no more
     * @param low the best run's
     * @param high the worst run's
     */
    record Spread(double median, double low, double high) {}

    Series {
        figures = Map.copyOf(figures);
    }

    static Series of(Contestant contestant, List<Sample> samples) {
        Map<String, Spread> figures = new TreeMap<>();
        for (String unit : samples.get(0).figures().keySet()) {
            double[] sorted = samples.stream()
                    .mapToDouble(sample -> sample.figures().getOrDefault(unit, Double.NaN))
                    .sorted()
                    .toArray();
            figures.put(unit, new Spread(median(sorted), sorted[0], sorted[sorted.length - 1]));
        }
        return new Series(contestant.name(), contestant.ours(), figures);
    }

    Spread of(String unit) {
        Spread spread = figures.get(unit);
        if (spread == null) {
            throw new IllegalArgumentException(name + " has no " + unit);
        }
        return spread;
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
