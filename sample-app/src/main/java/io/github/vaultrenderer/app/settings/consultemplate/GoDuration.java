package io.github.vaultrenderer.app.settings.consultemplate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * Durations as Go writes them: {@code 1h30m}, {@code 250ms}, {@code 1.5s}.
 *
 * @see <a href="https://pkg.go.dev/time#ParseDuration">Go, time.ParseDuration</a>
 */
final class GoDuration {

    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

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
        BigDecimal sum = BigDecimal.ZERO;
        do {
            BigDecimal number = number();
            sum = sum.add(number.multiply(BigDecimal.valueOf(unit())).setScale(0, RoundingMode.DOWN));
        } while (index < text.length());
        if (sum.compareTo(MOST) > 0) {
            throw malformed();
        }
        return sum.longValue();
    }

    private BigDecimal number() throws MalformedValueException {
        int start = index;
        int digits = digits();
        if (index < text.length() && text.charAt(index) == '.') {
            index++;
            digits += digits();
        }
        if (digits == 0) {
            throw malformed();
        }
        return new BigDecimal(text.substring(start, index));
    }

    private int digits() {
        int start = index;
        while (index < text.length() && '0' <= text.charAt(index) && text.charAt(index) <= '9') {
            index++;
        }
        return index - start;
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
