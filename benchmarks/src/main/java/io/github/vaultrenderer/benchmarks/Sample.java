package io.github.vaultrenderer.benchmarks;

import java.util.Map;
import java.util.TreeMap;

/**
 * What one run took.
 *
 * @param figures by unit: {@code seconds}, {@code cpuSeconds}, {@code peakMegabytes}, and what a scenario counts besides
 */
record Sample(Map<String, Double> figures) {

    private static final double NANOS = 1e9;

    static final String SECONDS = "seconds";
    static final String CPU_SECONDS = "cpuSeconds";
    static final String PEAK_MEGABYTES = "peakMegabytes";

    Sample {
        figures = Map.copyOf(figures);
    }

    /** The time from {@code start}, of {@link System#nanoTime()}, until now. */
    static Sample since(long start) {
        return new Sample(Map.of(SECONDS, (System.nanoTime() - start) / NANOS));
    }

    Sample with(String unit, double figure) {
        Map<String, Double> more = new TreeMap<>(figures);
        more.put(unit, figure);
        return new Sample(more);
    }
}
