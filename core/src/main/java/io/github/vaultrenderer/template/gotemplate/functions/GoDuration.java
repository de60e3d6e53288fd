package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoObject;
import io.github.vaultrenderer.template.gotemplate.exec.Signature;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A length of time in Go: nanoseconds in 64 bits.
 *
 * @param nanos the nanoseconds
 * @see <a href="https://pkg.go.dev/time#Duration">Go package time</a>
 */
record GoDuration(long nanos) implements GoObject, JsonShape {

    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    /** As bytes of UTF-8; there are two letters for micro. */
    private static final String MICRO = "\u00c2\u00b5s";

    private static final String OTHER_MICRO = "\u00ce\u00bcs";

    private static final Map<String, Long> UNITS = Map.of(
            "ns",
            1L,
            "us",
            1_000L,
            MICRO,
            1_000L,
            OTHER_MICRO,
            1_000L,
            "ms",
            1_000_000L,
            "s",
            SECOND,
            "m",
            MINUTE,
            "h",
            HOUR);

    static GoDuration ofSeconds(long seconds) {
        return new GoDuration(seconds * SECOND);
    }

    /** The time between two, or the longest that there is. */
    static GoDuration between(Instant from, Instant to) {
        Duration between = Duration.between(from, to);
        try {
            return new GoDuration(between.toNanos());
        } catch (ArithmeticException beyond) {
            return new GoDuration(between.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE);
        }
    }

    /** Reads numbers with units, such as {@code 1h2.5m}. */
    static GoDuration parse(String text) throws FunctionException {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        boolean negative = text.startsWith("-");
        String rest = signed ? text.substring(1) : text;
        if (rest.equals("0")) {
            return new GoDuration(0);
        }
        if (rest.isEmpty()) {
            throw malformed();
        }
        BigInteger total = BigInteger.ZERO;
        int at = 0;
        while (at < rest.length()) {
            int number = at;
            while (at < rest.length() && isNumber(rest.charAt(at))) {
                at++;
            }
            int unit = at;
            while (at < rest.length() && !isNumber(rest.charAt(at))) {
                at++;
            }
            total = total.add(nanos(rest.substring(number, unit), UNITS.get(rest.substring(unit, at))));
        }
        BigInteger value = negative ? total.negate() : total;
        if (value.bitLength() >= Long.SIZE) {
            throw malformed();
        }
        return new GoDuration(value.longValue());
    }

    private static BigInteger nanos(String number, @Nullable Long unit) throws FunctionException {
        boolean digits = number.chars().anyMatch(c -> c != '.');
        if (!digits || unit == null || number.indexOf('.') != number.lastIndexOf('.')) {
            throw malformed();
        }
        return new BigDecimal(number.startsWith(".") ? "0" + number : number)
                .multiply(BigDecimal.valueOf(unit))
                .toBigInteger();
    }

    private static boolean isNumber(char c) {
        return c == '.' || (c >= '0' && c <= '9');
    }

    private static FunctionException malformed() {
        return FunctionException.failed("time: invalid duration");
    }

    /** The largest unit, of which it has more than one. */
    String rounded() {
        // The largest negative number has no positive one.
        long size = nanos < 0 ? -nanos : nanos;
        Map<Long, String> units = new LinkedHashMap<>();
        units.put(365 * DAY, "y");
        units.put(30 * DAY, "mo");
        units.put(DAY, "d");
        units.put(HOUR, "h");
        units.put(MINUTE, "m");
        units.put(SECOND, "s");
        for (Map.Entry<Long, String> unit : units.entrySet()) {
            if (Long.compareUnsigned(size, unit.getKey()) > 0) {
                return Long.toUnsignedString(Long.divideUnsigned(size, unit.getKey())) + unit.getValue();
            }
        }
        return "0s";
    }

    @Override
    public String type() {
        return "time.Duration";
    }

    @Override
    public boolean isStringer() {
        return true;
    }

    @Override
    public Object underlying() {
        return Numbers.int64(nanos);
    }

    @Override
    public Object json() {
        return Numbers.int64(nanos);
    }

    @Override
    public Signature signature(String method) {
        return switch (method) {
            case "Hours", "Minutes", "Seconds", "Milliseconds", "Microseconds", "Nanoseconds", "String" ->
                Signature.NO_ARGUMENTS;
            default -> Signature.NO_METHOD;
        };
    }

    @Override
    public Object call(String method, List<@Nullable Object> values) throws FunctionException {
        return switch (method) {
            case "Hours" -> count(HOUR);
            case "Minutes" -> count(MINUTE);
            case "Seconds" -> count(SECOND);
            case "Milliseconds" -> Numbers.int64(nanos / 1_000_000);
            case "Microseconds" -> Numbers.int64(nanos / 1_000);
            case "Nanoseconds" -> Numbers.int64(nanos);
            case "String" -> toString();
            default -> throw FunctionException.wrongCall("can't evaluate field " + method + " in type " + type());
        };
    }

    /** How often a unit is in it, with a fraction, as Go computes it. */
    private double count(long unit) {
        double whole = Math.floorDiv(nanos - nanos % unit, unit);
        return whole + (nanos % unit) / (double) unit;
    }

    @Override
    public String toString() {
        BigInteger size = BigInteger.valueOf(nanos).abs();
        String sign = nanos < 0 ? "-" : "";
        if (nanos == 0) {
            return "0s";
        }
        if (size.compareTo(BigInteger.valueOf(SECOND)) < 0) {
            long small = size.longValue();
            return sign
                    + (small < 1_000
                            ? small + "ns"
                            : small < 1_000_000 ? decimal(small, 3) + MICRO : decimal(small, 6) + "ms");
        }
        BigInteger[] parts = size.divideAndRemainder(BigInteger.valueOf(MINUTE));
        long minutes = parts[0].longValue();
        return sign
                + (minutes >= 60 ? minutes / 60 + "h" : "")
                + (minutes > 0 ? minutes % 60 + "m" : "")
                + decimal(parts[1].longValue(), 9)
                + "s";
    }

    private static String decimal(long unscaled, int places) {
        BigDecimal value = BigDecimal.valueOf(unscaled, places).stripTrailingZeros();
        return value.signum() == 0 ? "0" : value.toPlainString();
    }
}
