package io.github.vaultrenderer.benchmarks;

import io.github.vaultrenderer.benchmarks.Results.Outcome;
import io.github.vaultrenderer.benchmarks.Series.Spread;
import java.util.Locale;

/** The times of one scenario as bars, with lines from the lowest to the highest; SVG, which needs no font here. */
final class Plot {

    private static final int ROW = 28;
    private static final int LETTER = 7;
    private static final int MARGIN = 8;
    private static final int WIDTH = 400;
    private static final int RIGHT = 90;
    private static final int TOP = 36;

    private Plot() {}

    static String of(Outcome outcome) {
        double most = outcome.series().stream()
                .mapToDouble(series -> series.of(Sample.SECONDS).high())
                .max()
                .orElse(1);
        // The widest letters are wider, but no name has only those.
        int left = 2 * MARGIN
                + LETTER
                        * outcome.series().stream()
                                .mapToInt(series -> series.name().length())
                                .max()
                                .orElse(0);
        int height = TOP + ROW * outcome.series().size() + MARGIN;
        int width = left + WIDTH + RIGHT;
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(width + " " + height)
                .append(
                        "\" font-family=\"sans-serif\" font-size=\"13\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n")
                .append("<text x=\"8\" y=\"20\" font-weight=\"bold\">")
                .append(escaped(outcome.name() + ": seconds of wall time, medians"))
                .append("</text>\n");
        int y = TOP;
        for (Series series : outcome.series()) {
            svg.append(row(series, left, y, WIDTH / most));
            y += ROW;
        }
        return svg.append("</svg>\n").toString();
    }

    private static String row(Series series, int left, int y, double scale) {
        Spread spread = series.of(Sample.SECONDS);
        double end = left + spread.high() * scale;
        return String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n"
                        + "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"16\" fill=\"%s\"/>%n"
                        + "<path d=\"M%.1f %dH%.1f\" stroke=\"#333\"/>%n"
                        + "<text x=\"%.1f\" y=\"%d\">%.3f</text>%n",
                left - MARGIN,
                y + 15,
                escaped(series.name()),
                left,
                y + 3,
                spread.median() * scale,
                series.ours() ? "#1f6feb" : "#b8bec6",
                left + spread.low() * scale,
                y + 11,
                end,
                end + 6,
                y + 15,
                spread.median());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
