package io.github.vaultrenderer.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Ratios that got worse. Ratios and not times: they hold on another machine too, within limits. */
final class Regression {

    private static final double TOLERANCE = 1.2;

    private Regression() {}

    /** One line for each ratio that is over 20 % worse than it was. */
    static List<String> between(Results before, Results now) {
        Map<String, Double> old = before.ratios();
        return now.ratios().entrySet().stream()
                // A peer that was not there before has nothing to be worse than.
                .filter(entry -> entry.getValue() > was(old, entry.getKey()) * TOLERANCE)
                .map(entry -> String.format(
                        Locale.ROOT, "%s: %.2f, was %.2f", entry.getKey(), entry.getValue(), was(old, entry.getKey())))
                .toList();
    }

    private static double was(Map<String, Double> old, String ratio) {
        return old.getOrDefault(ratio, Double.POSITIVE_INFINITY);
    }
}
