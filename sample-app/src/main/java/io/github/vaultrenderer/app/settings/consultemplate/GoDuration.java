package io.github.vaultrenderer.app.settings.consultemplate;

import java.time.Duration;

/**
 * Durations as Go writes them: {@code 1h30m}, {@code 250ms}, {@code 1.5s}.
 *
 * @see <a href="https://pkg.go.dev/time#ParseDuration">Go, time.ParseDuration</a>
 */
final class GoDuration {

    /** With a digit more it fits in a {@code long}; further digits are passed over. */
    private static final long MOST_OF_FRACTION = (Long.MAX_VALUE - 9) / 10;

    private final String text;
    private int index;

    private GoDuration(String text) {
        this.text = text;
    }

    static Duration parse(String text) throws MalformedValueException {
        GoDuration duration = new GoDuration(text);
        boolean negative = text.startsWith("-");
        duration.index = negative || text.startsWith("+") ? 1 : 0;
        if (text.substring(duration.index).equals("0")) {
            return Duration.ZERO;
        }
        long nanoseconds = duration.nanoseconds();
        return Duration.ofNanos(negative ? -nanoseconds : nanoseconds);
    }

    private long nanoseconds() throws MalformedValueException {
        long sum = 0;
        do {
            sum += part();
            if (sum < 0) {
                throw malformed();
            }
        } while (index < text.length());
        return sum;
    }

    /** One number with its unit. Go computes fractions as doubles, and so rounds as they do. */
    private long part() throws MalformedValueException {
        int start = index;
        long whole = 0;
        while (index < text.length() && isDigit(text.charAt(index))) {
            whole = checked(whole, 10, text.charAt(index++) - '0');
        }
        int digits = index - start;
        long fraction = 0;
        double scale = 1;
        if (index < text.length() && text.charAt(index) == '.') {
            index++;
            for (; index < text.length() && isDigit(text.charAt(index)); index++, digits++) {
                boolean counts = fraction <= MOST_OF_FRACTION;
                fraction = counts ? fraction * 10 + (text.charAt(index) - '0') : fraction;
                scale = counts ? scale * 10 : scale;
            }
        }
        if (digits == 0) {
            throw malformed();
        }
        long unit = unit();
        return checked(whole, unit, (long) (fraction * (unit / scale)));
    }

    private static long checked(long value, long factor, long more) throws MalformedValueException {
        if (value > (Long.MAX_VALUE - more) / factor) {
            throw malformed();
        }
        return value * factor + more;
    }

    private long unit() throws MalformedValueException {
        int start = index;
        while (index < text.length() && text.charAt(index) != '.' && !isDigit(text.charAt(index))) {
            index++;
        }
        return switch (text.substring(start, index)) {
            case "ns" -> 1;
            case "us", "µs", "μs" -> 1_000;
            case "ms" -> 1_000_000;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            default -> throw malformed();
        };
    }

    private static boolean isDigit(char character) {
        return '0' <= character && character <= '9';
    }

    private static MalformedValueException malformed() {
        return new MalformedValueException("a duration with its unit, as 250ms, 5s, 1m30s or 1h");
    }
}
