package io.github.vaultrenderer.template.gotemplate.parse;

import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Go's literals.
 *
 * @see <a href="https://go.dev/ref/spec#Lexical_elements">The Go specification, literals</a>
 */
final class Literals {

    private static final int HEX = 16;
    private static final int OCTAL = 8;
    private static final int DECIMAL = 10;
    private static final int MOST_PLAIN_DIGITS = 18;
    private static final String EXPONENTS = "eEpP";

    private Literals() {}

    /**
     * A number: {@code Long} where it is integral and fits, {@code BigInteger} where it fits a {@code uint64} only,
     * {@link GoComplex} where it ends in {@code i}, else {@code Double}; {@code null} when it is malformed.
     */
    static @Nullable Object number(String text) {
        return isShortDecimal(text) ? (Object) Long.parseLong(text) : anyNumber(text);
    }

    /** A sum of a real and an imaginary number, as {@code 1+2i}; {@code null} when it is malformed. */
    static @Nullable GoComplex complex(String text) {
        int sign = text.length() - 2;
        while (sign > 0 && !divides(text, sign)) {
            sign--;
        }
        Double real = real(text.substring(0, sign));
        Double imaginary = real(text.substring(sign, text.length() - 1));
        return real == null || imaginary == null ? null : new GoComplex(real, imaginary);
    }

    /** A sign behind an exponent's letter is that of the exponent. */
    private static boolean divides(String text, int at) {
        boolean sign = text.charAt(at) == '+' || text.charAt(at) == '-';
        return sign && EXPONENTS.indexOf(text.charAt(at - 1)) < 0;
    }

    /** What most numbers are needs no more than plain code: the rest takes classes that a short run does without. */
    private static boolean isShortDecimal(String text) {
        int first = text.startsWith("-") ? 1 : 0;
        int digits = text.length() - first;
        if (digits < 1 || digits > MOST_PLAIN_DIGITS || (text.charAt(first) == '0' && digits > 1)) {
            return false;
        }
        for (int i = first; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Object anyNumber(String text) {
        if (text.endsWith("i")) {
            Double imaginary = real(text.substring(0, text.length() - 1));
            return imaginary == null ? null : new GoComplex(0, imaginary);
        }
        Object integer = separated(text) ? integer(text.replace("_", "")) : null;
        if (integer instanceof Long number && text.toUpperCase(Locale.ROOT).matches("[+-]0X.*E.*")) {
            // Go's template engine takes a hexadecimal digit E for an exponent's letter, when a sign hides the 0x.
            return (double) number;
        }
        // An integer that no int64 holds is no constant in Go.
        return integer != null || text.matches("[^.eEpP]*") ? integer : real(text);
    }

    /** Whether each underscore stands between digits, where the prefix of a base counts as one. */
    private static boolean separated(String text) {
        int from = !text.isEmpty() && "+-".indexOf(text.charAt(0)) >= 0 ? 1 : 0;
        boolean prefixed =
                text.length() > from + 1 && text.charAt(from) == '0' && "xXbBoO".indexOf(text.charAt(from + 1)) >= 0;
        int base = prefixed && "xX".indexOf(text.charAt(from + 1)) >= 0 ? HEX : DECIMAL;
        boolean digit = prefixed;
        for (int i = prefixed ? from + 2 : from; i < text.length(); i++) {
            boolean underscore = text.charAt(i) == '_';
            boolean next = i + 1 < text.length() && Character.digit(text.charAt(i + 1), base) >= 0;
            if (underscore && !(digit && next)) {
                return false;
            }
            digit = Character.digit(text.charAt(i), base) >= 0;
        }
        return true;
    }

    private static @Nullable Object integer(String text) {
        boolean negative = text.startsWith("-");
        String rest = text.replaceFirst("^[+-]", "").toLowerCase(Locale.ROOT);
        int base = DECIMAL;
        if (rest.startsWith("0x")) {
            base = HEX;
            rest = rest.substring(2);
        } else if (rest.startsWith("0b")) {
            base = 2;
            rest = rest.substring(2);
        } else if (rest.startsWith("0o")) {
            base = OCTAL;
            rest = rest.substring(2);
        } else if (rest.length() > 1 && rest.startsWith("0")) {
            base = OCTAL;
            rest = rest.substring(1);
        }
        try {
            BigInteger value = new BigInteger(rest, base);
            BigInteger signed = negative ? value.negate() : value;
            return signed.bitLength() < Long.SIZE
                    ? (Object) signed.longValueExact()
                    : !text.startsWith("+") && !negative && signed.bitLength() == Long.SIZE ? signed : null;
        } catch (NumberFormatException | ArithmeticException notInteger) {
            return null;
        }
    }

    /** What Go's {@code strconv.ParseFloat} takes, if it is finite: {@code 010} is ten. */
    private static @Nullable Double real(String text) {
        String plain = text.replace("_", "");
        boolean hex = plain.matches("[+-]?0[xX].*");
        boolean valid = plain.matches(
                hex
                        ? "[+-]?0[xX](?:[0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)[pP][+-]?[0-9]+"
                        : "[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
        if (!valid || !separated(text)) {
            return null;
        }
        double value = Double.parseDouble(plain);
        return Double.isInfinite(value) ? null : (Double) value;
    }

    /** A character constant with its quotes: its code point; {@code null} when it is malformed. */
    static @Nullable Long character(String quoted) {
        String text = unquote(quoted, '\'');
        if (text == null || text.isEmpty()) {
            return null;
        }
        // An escape such as \xff means a byte's value, not UTF-8.
        if (text.length() == 1) {
            return (long) text.charAt(0);
        }
        String decoded = GoText.decode(text);
        return decoded.codePointCount(0, decoded.length()) == 1 ? (Long) (long) decoded.codePointAt(0) : null;
    }

    /** A string with its quotes as a Go string; {@code null} when it is malformed. */
    static @Nullable String string(String quoted) {
        return unquote(quoted, '"');
    }

    /** A raw string with its quotes as a Go string: carriage returns do not count. */
    static String rawString(String quoted) {
        return quoted.substring(1, quoted.length() - 1).replace("\r", "");
    }

    private static @Nullable String unquote(String quoted, char quote) {
        if (quoted.indexOf('\\') < 0) {
            return quoted.substring(1, quoted.length() - 1);
        }
        StringBuilder out = new StringBuilder(quoted.length());
        int end = quoted.length() - 1;
        for (int i = 1; i < end; i++) {
            char c = quoted.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            int consumed = ++i < end ? escape(quoted.substring(i, end), quote, out) : 0;
            if (consumed == 0) {
                return null;
            }
            i += consumed - 1;
        }
        return out.toString();
    }

    /** Appends what the escape means; gives its length behind the backslash, 0 when there is no such escape. */
    private static int escape(String rest, char quote, StringBuilder out) {
        char c = rest.charAt(0);
        int simple = "abfnrtv\\".indexOf(c);
        if (simple >= 0) {
            out.append("\u0007\b\f\n\r\t\u000b\\".charAt(simple));
            return 1;
        }
        if (c == quote) {
            out.append(quote);
            return 1;
        }
        return switch (c) {
            case 'x' -> code(rest, 1, 2, HEX, false, out);
            case 'u' -> code(rest, 1, 4, HEX, true, out);
            case 'U' -> code(rest, 1, 8, HEX, true, out);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> code(rest, 0, 3, OCTAL, false, out);
            default -> 0;
        };
    }

    private static int code(String rest, int from, int digits, int base, boolean unicode, StringBuilder out) {
        if (rest.length() < from + digits) {
            return 0;
        }
        String text = rest.substring(from, from + digits);
        if (!text.matches(base == HEX ? "[0-9a-fA-F]+" : "[0-7]+")) {
            return 0;
        }
        long value = Long.parseLong(text, base);
        if (!unicode) {
            if (value > 0xFF) {
                return 0;
            }
            out.append((char) value);
        } else {
            if (value > Character.MAX_CODE_POINT || (value >= 0xD800 && value <= 0xDFFF)) {
                return 0;
            }
            out.append(GoText.encode(Character.toString((int) value)));
        }
        return from + digits;
    }
}
