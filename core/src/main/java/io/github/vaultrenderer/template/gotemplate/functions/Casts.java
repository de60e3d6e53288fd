package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.secrets.VaultNumber;
import io.github.vaultrenderer.template.gotemplate.exec.GoInteger;
import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Any value as a number, as the cast library makes one: what is no number is 0.
 *
 * @see <a href="https://pkg.go.dev/github.com/spf13/cast">Go package cast</a>
 */
final class Casts {

    private static final double BEYOND_LONG = 0x1p63;
    private static final int DECIMAL = 10;
    private static final int OCTAL = 8;
    private static final int HEX = 16;

    private Casts() {}

    static long toLong(@Nullable Object value) {
        if (value instanceof Long number) {
            return number;
        }
        if (value instanceof GoInteger integer) {
            return integer.bits();
        }
        if (value instanceof Double real) {
            return truncate(real);
        }
        if (value instanceof Boolean bool) {
            return bool ? 1 : 0;
        }
        if (value instanceof GoTime.Unit unit) {
            return unit.number();
        }
        String text = Arguments.kindOfString(value);
        return text == null ? 0 : parse(withoutZeroFraction(text));
    }

    static double toDouble(@Nullable Object value) {
        if (value instanceof Double real) {
            return real;
        }
        if (value instanceof GoInteger integer) {
            return Numbers.toDouble(integer);
        }
        if (value instanceof String || value instanceof VaultNumber) {
            Double parsed = Numbers.parseFloat(String.valueOf(Arguments.kindOfString(value)));
            return parsed == null ? 0 : parsed;
        }
        return toLong(value);
    }

    /** A float without its fraction; one that is too large becomes what the processor gives Go. */
    static long truncate(double real) {
        return real >= -BEYOND_LONG && real < BEYOND_LONG ? (long) real : Long.MIN_VALUE;
    }

    /** The text without a dot and zeros at its end. */
    private static String withoutZeroFraction(String text) {
        int zeros = text.length();
        while (zeros > 0 && text.charAt(zeros - 1) == '0') {
            zeros--;
        }
        boolean fraction = zeros < text.length() && zeros > 0 && text.charAt(zeros - 1) == '.';
        return fraction ? text.substring(0, zeros - 1) : text;
    }

    /** An integer with a sign, the prefix of a base and underscores, as Go's source has them; 0 for anything else. */
    private static long parse(String text) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String digits = (signed ? text.substring(1) : text).toLowerCase(Locale.ROOT);
        int base = base(digits);
        int prefix = base == DECIMAL ? 0 : digits.length() > 1 && Character.isLetter(digits.charAt(1)) ? 2 : 1;
        if (!separated(digits, prefix)) {
            return 0;
        }
        BigInteger size = digits(digits.substring(prefix).replace("_", ""), base);
        if (size == null) {
            return 0;
        }
        BigInteger value = text.startsWith("-") ? size.negate() : size;
        return value.bitLength() < Long.SIZE ? value.longValue() : 0;
    }

    private static int base(String digits) {
        if (digits.startsWith("0x") && digits.length() > 2) {
            return HEX;
        }
        if (digits.startsWith("0b") && digits.length() > 2) {
            return 2;
        }
        return digits.startsWith("0") && digits.length() > 1 ? OCTAL : DECIMAL;
    }

    /** Whether every underscore stands between digits, or behind the prefix of a base. */
    private static boolean separated(String digits, int prefix) {
        return !digits.contains("_")
                || (prefix > 0 && !digits.contains("__") && !digits.endsWith("_"))
                || (prefix == 0 && !digits.contains("__") && !digits.startsWith("_") && !digits.endsWith("_"));
    }

    private static @Nullable BigInteger digits(String digits, int base) {
        boolean plain = !digits.isEmpty() && digits.chars().allMatch(c -> c < 0x80 && Character.digit(c, base) >= 0);
        return plain ? new BigInteger(digits, base) : null;
    }
}
