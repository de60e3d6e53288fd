package io.github.vaultrenderer.benchmarks;

import io.github.vaultrenderer.benchmarks.Results.Outcome;
import io.github.vaultrenderer.benchmarks.Series.Spread;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The results as Markdown. */
final class Table {

    private static final Map<String, String> TITLES = Map.of(
            Sample.SECONDS, "wall, s",
            Sample.CPU_SECONDS, "CPU, s",
            Sample.PEAK_MEGABYTES, "peak RSS, MB",
            WorkScenario.REQUESTS, "requests",
            WorkScenario.MOST_IN_FLIGHT, "most in flight");
    private static final List<String> ORDER = List.of(
            Sample.SECONDS,
            Sample.CPU_SECONDS,
            Sample.PEAK_MEGABYTES,
            WorkScenario.REQUESTS,
            WorkScenario.MOST_IN_FLIGHT);

    private Table() {}

    static String of(Results results) {
        StringBuilder text = new StringBuilder("<!-- Written by the benchmarks: see ../benchmarks.md. -->\n\n");
        text.append(results.date()).append(", ").append(results.machine()).append(".\n");
        new TreeMap<>(results.versions())
                .forEach((name, version) -> text.append("- ")
                        .append(name)
                        .append(": ")
                        .append(version)
                        .append('\n'));
        text.append("\nMedians, with the lowest and the highest in brackets; contestants ran in turns.\n");
        results.scenarios().forEach(outcome -> text.append(section(outcome)));
        return text.toString();
    }

    static String section(Outcome outcome) {
        List<String> units = ORDER.stream()
                .filter(unit -> outcome.series().get(0).figures().containsKey(unit))
                .toList();
        StringBuilder text = new StringBuilder("\n## ")
                .append(outcome.name())
                .append("\n\n")
                .append(outcome.description())
                .append(".\n\n| | ")
                .append(units.stream().map(TITLES::get).collect(Collectors.joining(" | ")))
                .append(" |\n|")
                .append(" --- |".repeat(units.size() + 1))
                .append('\n');
        for (Series series : outcome.series()) {
            text.append("| ")
                    .append(series.ours() ? "**" + series.name() + "**" : series.name())
                    .append(" | ")
                    .append(units.stream()
                            .map(unit -> figure(unit, series.of(unit)))
                            .collect(Collectors.joining(" | ")))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static String figure(String unit, Spread spread) {
        String format = unit.endsWith("econds") ? "%.3f" : "%.0f";
        String one = format + (spread.low() == spread.high() ? "" : " (" + format + "–" + format + ")");
        return String.format(Locale.ROOT, one, spread.median(), spread.low(), spread.high());
    }
}
