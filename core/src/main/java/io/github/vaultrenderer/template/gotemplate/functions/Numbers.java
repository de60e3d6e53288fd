package io.github.vaultrenderer.template.gotemplate.functions;

import com.google.re2j.Pattern;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoInteger;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Go's numbers, and how it reads them.
 *
 * @see <a href="https://pkg.go.dev/strconv">Go package strconv</a>
 */
final class Numbers {

    private static final int DECIMAL = 10;
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern FLOAT = Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
    private static final Pattern HEX_FLOAT =
            Pattern.compile("[+-]?0[xX](?:[0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)[pP][+-]?[0-9]+");

    /** Every underscore stands between digits, or behind the prefix of a base. */
    private static final Pattern SEPARATED =
            Pattern.compile("[+-]?(?:0[xX](?:_?[0-9a-fA-F]|[^_0-9a-fA-F])*|(?:[^_0-9]|[0-9](?:_[0-9])*)*)");

    private static final Map<String, Double> NAMED = Map.of(
            "nan", Double.NaN,
            "inf", Double.POSITIVE_INFINITY,
            "+inf", Double.POSITIVE_INFINITY,
            "-inf", Double.NEGATIVE_INFINITY,
            "infinity", Double.POSITIVE_INFINITY,
            "+infinity", Double.POSITIVE_INFINITY,
            "-infinity", Double.NEGATIVE_INFINITY);

    private Numbers() {}

    /** An {@code int64}. */
    static GoInteger int64(long value) {
        return new GoInteger(GoInteger.Type.INT64, value);
    }

    /** A {@code uint64}. */
    static GoInteger uint64(long bits) {
        return new GoInteger(GoInteger.Type.UINT64, bits);
    }

    /** Whether it is a bool, a string or a number. */
    static boolean isBasic(@Nullable Object value) {
        return value instanceof Boolean
                || value instanceof String
                || value instanceof Long
                || value instanceof Double
                || value instanceof GoInteger;
    }

    /** A decimal integer; nothing is 0. */
    static long parseInt(String text) throws FunctionException {
        if (text.isEmpty()) {
            return 0;
        }
        String digits = text.charAt(0) == '-' || text.charAt(0) == '+' ? text.substring(1) : text;
        try {
            if (DIGITS.matches(digits)) {
                return Long.parseLong(text, DECIMAL);
            }
        } catch (NumberFormatException outOfRange) {
            throw FunctionException.failed("parseInt: value out of range");
        }
        throw FunctionException.failed("parseInt: invalid syntax");
    }

    /** The bits of a decimal integer without a sign; nothing is 0. */
    static long parseUint(String text) throws FunctionException {
        if (text.isEmpty()) {
            return 0;
        }
        try {
            if (DIGITS.matches(text)) {
                return Long.parseUnsignedLong(text, DECIMAL);
            }
        } catch (NumberFormatException outOfRange) {
            throw FunctionException.failed("parseUint: value out of range");
        }
        throw FunctionException.failed("parseUint: invalid syntax");
    }

    /** A float; {@code null} for what is none, or none that is finite. */
    static @Nullable Double parseFloat(String text) {
        Double named = NAMED.get(text.toLowerCase(Locale.ROOT));
        if (named != null) {
            return named;
        }
        String plain = text.replace("_", "");
        boolean separated = plain.length() == text.length() || SEPARATED.matches(text);
        if (!separated || !(FLOAT.matches(plain) || HEX_FLOAT.matches(plain))) {
            return null;
        }
        double value = Double.parseDouble(plain);
        return Double.isInfinite(value) ? null : (Double) value;
    }

    /** An integer as a float; all 64 bits of an unsigned one count. */
    static double toDouble(GoInteger integer) {
        return integer.type().isSigned() ? integer.bits() : Double.parseDouble(integer.toString());
    }
}
