package io.github.vaultrenderer.template.gotemplate.functions;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What plain scalars mean to Go's yaml.v2, which is YAML 1.1 less its numbers to base 60: {@code n} is false, {@code 017}
 * is 15.
 *
 * @see <a href="https://yaml.org/type/">YAML 1.1, types</a>
 */
final class YamlScalars {

    private static final Pattern FLOAT = Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");
    private static final Pattern BASE60 = Pattern.compile("[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?");
    private static final Pattern TIMESTAMP = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
            + "(?:[Tt]([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[.,][0-9]+)?(?:Z|[-+][0-9]{2}:[0-9]{2})"
            + "| ([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[.,][0-9]+)?)?");
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(Long.SIZE);
    private static final Map<String, Scalar> NAMED = named();

    private YamlScalars() {}

    /** A scalar's type. */
    enum Type {
        STRING,
        BOOL,
        INT,
        FLOAT,
        NULL,
        TIMESTAMP
    }

    /**
     * What a scalar means.
     *
     * @param type its type
     * @param value its value; of a timestamp, its text, as yaml.v2 gives it to maps
     */
    record Scalar(Type type, @Nullable Object value) {}

    /** What a plain scalar means. */
    static Scalar resolve(String text) {
        Scalar named = NAMED.get(text);
        if (named != null) {
            return named;
        }
        Scalar number = text.startsWith(".") ? floatOf(text) : startsNumber(text) ? number(text) : null;
        return number != null ? number : new Scalar(Type.STRING, text);
    }

    /** Whether a string can stand without quotes. */
    static boolean isPlainString(String text) {
        return resolve(text).type() == Type.STRING && !BASE60.matches(text);
    }

    private static boolean startsNumber(String text) {
        return !text.isEmpty() && "+-0123456789".indexOf(text.charAt(0)) >= 0;
    }

    private static @Nullable Scalar floatOf(String text) {
        Double value = Numbers.parseFloat(text);
        return value == null ? null : new Scalar(Type.FLOAT, value);
    }

    private static @Nullable Scalar number(String text) {
        if (isTimestamp(text)) {
            return new Scalar(Type.TIMESTAMP, text);
        }
        String plain = text.replace("_", "");
        Object integer = integer(plain);
        if (integer != null) {
            return new Scalar(Type.INT, integer);
        }
        return FLOAT.matches(plain) ? floatOf(plain) : null;
    }

    private static @Nullable Object integer(String text) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String digits = (signed ? text.substring(1) : text).toLowerCase(Locale.ROOT);
        int base = digits.startsWith("0x") ? 16 : digits.startsWith("0b") ? 2 : digits.startsWith("0") ? 8 : 10;
        int prefix = base == 10 || digits.equals("0") ? 0 : base == 8 && !digits.startsWith("0o") ? 1 : 2;
        String rest = digits.substring(prefix);
        if (rest.isEmpty() || rest.startsWith("-") || rest.startsWith("+")) {
            return null;
        }
        try {
            BigInteger size = new BigInteger(rest, base);
            BigInteger value = text.startsWith("-") ? size.negate() : size;
            if (value.bitLength() < Long.SIZE) {
                return value.longValueExact();
            }
            return !signed && value.compareTo(MOST) < 0 ? Numbers.uint64(value.longValue()) : null;
        } catch (NumberFormatException noInteger) {
            return null;
        }
    }

    private static boolean isTimestamp(String text) {
        Matcher matcher = TIMESTAMP.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        try {
            LocalDate.of(part(matcher, 1), part(matcher, 2), part(matcher, 3));
        } catch (DateTimeException noDate) {
            return false;
        }
        int zoned = matcher.group(4) == null ? 7 : 4;
        return part(matcher, zoned) < 24 && part(matcher, zoned + 1) < 60 && part(matcher, zoned + 2) < 60;
    }

    private static int part(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static Map<String, Scalar> named() {
        Map<String, Scalar> named = new HashMap<>();
        add(named, Type.BOOL, true, "y Y yes Yes YES true True TRUE on On ON");
        add(named, Type.BOOL, false, "n N no No NO false False FALSE off Off OFF");
        add(named, Type.NULL, null, "~ null Null NULL");
        named.put("", new Scalar(Type.NULL, null));
        add(named, Type.FLOAT, Double.NaN, ".nan .NaN .NAN");
        add(named, Type.FLOAT, Double.POSITIVE_INFINITY, ".inf .Inf .INF +.inf +.Inf +.INF");
        add(named, Type.FLOAT, Double.NEGATIVE_INFINITY, "-.inf -.Inf -.INF");
        return Map.copyOf(named);
    }

    private static void add(Map<String, Scalar> named, Type type, @Nullable Object value, String names) {
        for (String name : names.split(" ", -1)) {
            named.put(name, new Scalar(type, value));
        }
    }
}
