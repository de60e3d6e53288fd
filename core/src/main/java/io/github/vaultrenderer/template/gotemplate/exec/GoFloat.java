package io.github.vaultrenderer.template.gotemplate.exec;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Floats as Go's {@code strconv.FormatFloat} prints them.
 *
 * @see <a href="https://pkg.go.dev/strconv#FormatFloat">Go package strconv, FormatFloat</a>
 */
final class GoFloat {

    /** A precision that asks for the fewest digits that read back as the same float. */
    static final int SHORTEST = -1;

    private static final int SMALLEST_PLAIN = -4;
    private static final int DEFAULT_DIGITS = 6;
    private static final int MOST_DIGITS = 17;
    private static final int FRACTION_BITS = 52;
    private static final int EXPONENT_BIAS = 1075;

    private GoFloat() {}

    /** A float by one of {@code b e E f g G x X}. */
    static String format(double value, int verb, int precision) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
        double size = Math.abs(value);
        return sign
                + switch (verb) {
                    case 'b' -> binary(size);
                    case 'e', 'E' -> exponential(size, precision, verb);
                    case 'f' -> plain(size, precision);
                    case 'x', 'X' -> hexadecimal(size, precision, verb);
                    default -> general(size, precision, verb);
                };
    }

    private static String plain(double size, int precision) {
        return precision < 0
                ? shortest(size).toPlainString()
                : new BigDecimal(size)
                        .setScale(precision, RoundingMode.HALF_EVEN)
                        .toPlainString();
    }

    private static String exponential(double size, int precision, int verb) {
        BigDecimal digits = precision < 0
                ? shortest(size)
                : new BigDecimal(size).round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
        return exponential(digits, precision, verb == 'E' || verb == 'G' ? 'E' : 'e');
    }

    private static String exponential(BigDecimal value, int precision, char letter) {
        String digits = value.unscaledValue().toString();
        int exponent = value.signum() == 0 ? 0 : value.precision() - value.scale() - 1;
        if (precision >= 0) {
            digits += "0".repeat(Math.max(0, precision + 1 - digits.length()));
            digits = digits.substring(0, precision + 1);
        }
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return mantissa
                + letter
                + (exponent < 0 ? '-' : '+')
                + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }

    private static String general(double size, int precision, int verb) {
        int wanted = precision == 0 ? 1 : precision;
        BigDecimal digits = wanted < 0
                ? shortest(size)
                : new BigDecimal(size)
                        .round(new MathContext(wanted, RoundingMode.HALF_EVEN))
                        .stripTrailingZeros();
        if (digits.signum() == 0) {
            return "0";
        }
        int exponent = digits.precision() - digits.scale() - 1;
        int limit = wanted < 0 ? DEFAULT_DIGITS : wanted;
        if (wanted > digits.precision() && digits.precision() >= exponent + 1) {
            limit = digits.precision();
        }
        if (exponent < SMALLEST_PLAIN || exponent >= limit) {
            return exponential(digits, SHORTEST, verb == 'G' ? 'E' : 'e');
        }
        return digits.toPlainString();
    }

    private static String binary(double size) {
        long bits = Double.doubleToRawLongBits(size);
        long fraction = bits & ((1L << FRACTION_BITS) - 1);
        int exponent = (int) (bits >> FRACTION_BITS);
        long mantissa = exponent == 0 ? fraction : fraction | (1L << FRACTION_BITS);
        int power = (exponent == 0 ? 1 : exponent) - EXPONENT_BIAS;
        return mantissa + "p" + (power < 0 ? "" : "+") + power;
    }

    private static String hexadecimal(double size, int precision, int verb) {
        String text = "0x0p+00";
        if (size == 0 && precision > 0) {
            text = "0x0." + "0".repeat(precision) + "p+00";
        } else if (size != 0) {
            int exponent = Math.getExponent(size);
            // A subnormal float is normal here.
            double scaled = exponent < Double.MIN_EXPONENT ? size * 0x1p64 : size;
            exponent = exponent < Double.MIN_EXPONENT ? Math.getExponent(scaled) - 64 : exponent;
            long mantissa = (Double.doubleToRawLongBits(scaled) & ((1L << FRACTION_BITS) - 1)) | (1L << FRACTION_BITS);
            if (precision >= 0 && precision < 13) {
                int dropped = FRACTION_BITS - 4 * precision;
                long half = 1L << (dropped - 1);
                long rest = mantissa & ((1L << dropped) - 1);
                mantissa >>= dropped;
                if (rest > half || (rest == half && (mantissa & 1) == 1)) {
                    mantissa++;
                }
                mantissa <<= dropped;
                if (mantissa >>> (FRACTION_BITS + 1) != 0) {
                    mantissa >>= 1;
                    exponent++;
                }
            }
            String digits = String.format(Locale.ROOT, "%013x", mantissa & ((1L << FRACTION_BITS) - 1));
            digits = precision < 0
                    ? digits.replaceFirst("0+$", "")
                    : precision <= 13 ? digits.substring(0, precision) : digits + "0".repeat(precision - 13);
            text = "0x1" + (digits.isEmpty() ? "" : "." + digits) + "p" + (exponent < 0 ? "-" : "+")
                    + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
        }
        return verb == 'X' ? text.toUpperCase(Locale.ROOT) : text;
    }

    /** The number with the point, and for {@code %g} the zeros, that the flag {@code #} keeps. */
    static String withPoint(String text, int verb, int precision) {
        boolean hex = verb == 'x' || verb == 'X';
        // Go forgets X here, and counts the x of 0x as a digit.
        boolean filled = verb == 'v' || verb == 'g' || verb == 'G' || verb == 'x';
        int digits = !filled ? 0 : precision < 0 ? DEFAULT_DIGITS : precision;
        int tail = -1;
        boolean point = false;
        boolean nonZero = false;
        int i = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int left = digits;
        for (int at = i; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean exponent = hex ? c == 'p' || c == 'P' : c == 'e' || c == 'E';
            if (c == '.') {
                point = true;
            } else if (exponent) {
                tail = at;
                break;
            } else {
                nonZero |= c != '0';
                if (nonZero) {
                    left--;
                }
            }
        }
        String head = tail < 0 ? text : text.substring(0, tail);
        String rest = tail < 0 ? "" : text.substring(tail);
        if (!point) {
            if (head.length() - i == 1 && head.charAt(i) == '0') {
                left--;
            }
            head += ".";
        }
        return head + "0".repeat(Math.max(0, left)) + rest;
    }

    /** The shortest decimal that reads back as the same float; {@code Double.toString} is not always it before JDK 19. */
    static BigDecimal shortest(double value) {
        if (value == 0) {
            return BigDecimal.ZERO;
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return BigDecimal.valueOf((long) value).stripTrailingZeros();
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }
}
