package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Function;
import org.jspecify.annotations.Nullable;

/**
 * sprig's functions that make texts fit a width, as the goutils library does it. They count bytes.
 *
 * @see <a href="https://pkg.go.dev/github.com/Masterminds/goutils">Go package goutils</a>
 */
final class SprigWrap {

    private static final String MARK = "...";

    /** The least width for a text that is cut at its end. */
    private static final int LEAST = 4;

    /** The least width for a text that is cut at both ends. */
    private static final int LEAST_BOTH = 7;

    private SprigWrap() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "sprig_abbrev" -> PureFunction.exactly(name, 2, a -> abbreviate(0, a.integer(0), a.text(1)));
            case "sprig_abbrevboth" ->
                PureFunction.exactly(name, 3, a -> abbreviate(a.integer(0), a.integer(1), a.text(2)));
            case "sprig_wrap" -> PureFunction.exactly(name, 2, a -> wrap(a.text(1), a.integer(0), "", false));
            case "sprig_wrapWith" -> PureFunction.exactly(name, 3, a -> wrap(a.text(2), a.integer(0), a.text(1), true));
            default -> null;
        };
    }

    private static String abbreviate(long offset, long width, String text) {
        if (width < LEAST || (offset > 0 && width < LEAST_BOTH) || text.length() <= width) {
            return text;
        }
        int kept = (int) width - MARK.length();
        int from = (int) Math.min(Math.max(offset, 0), text.length() - (long) kept);
        if (from <= LEAST) {
            return text.substring(0, kept) + MARK;
        }
        if (width < LEAST_BOTH) {
            return "";
        }
        return from + kept < text.length()
                ? MARK + abbreviate(0, kept, text.substring(from))
                : MARK + text.substring(text.length() - kept);
    }

    private static String wrap(String text, long wantedWidth, String wantedBreak, boolean breaksWords) {
        String lineBreak = wantedBreak.isEmpty() ? "\n" : wantedBreak;
        long width = Math.max(wantedWidth, 1);
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (text.length() - from > width) {
            if (text.charAt(from) == ' ') {
                from++;
                continue;
            }
            int end = from + (int) width;
            int space = text.lastIndexOf(' ', end);
            if (space < from) {
                space = breaksWords ? -1 : text.indexOf(' ', end);
                if (space < 0 && !breaksWords) {
                    break;
                }
            }
            int lineEnd = space < 0 ? end : space;
            out.append(text, from, lineEnd).append(lineBreak);
            from = space < 0 ? end : space + 1;
        }
        return out.append(text, from, text.length()).toString();
    }
}
