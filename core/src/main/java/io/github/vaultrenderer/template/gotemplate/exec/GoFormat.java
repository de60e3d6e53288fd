package io.github.vaultrenderer.template.gotemplate.exec;

import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.VaultNumber;
import io.github.vaultrenderer.template.gotemplate.parse.GoComplex;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values as Go's {@code fmt} prints them.
 *
 * @see <a href="https://pkg.go.dev/fmt">Go package fmt</a>
 */
public final class GoFormat {

    private GoFormat() {}

    /** A value as {@code %v}. */
    public static String print(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        print(out, value);
        return out.toString();
    }

    /** Appends a value as {@code %v}. */
    static void print(StringBuilder out, @Nullable Object value) {
        if (value instanceof String text) {
            out.append(text);
        } else if (value instanceof Long number) {
            out.append((long) number);
        } else if (value == null) {
            out.append("<nil>");
        } else if (value instanceof Double number) {
            out.append(real(number));
        } else if (value instanceof VaultNumber number) {
            out.append(number.text());
        } else if (value instanceof GoComplex complex) {
            out.append('(').append(real(complex.real()));
            String imaginary = real(complex.imaginary());
            out.append(imaginary.startsWith("-") ? "" : "+").append(imaginary).append("i)");
        } else if (value instanceof Map<?, ?> map) {
            print(out, map);
        } else if (value instanceof List<?> list) {
            print(out, list);
        } else if (value instanceof Boolean || value instanceof GoInteger) {
            out.append(value);
        } else {
            new GoPrinter(out, new Directive()).print(value, 'v', "v");
        }
    }

    /** Appends what is within another value, where a pointer is an address. */
    private static void inner(StringBuilder out, @Nullable Object value) {
        if (value instanceof GoObject || value instanceof Secret) {
            new GoPrinter(out, new Directive()).printInner(value);
        } else {
            print(out, value);
        }
    }

    private static void print(StringBuilder out, Map<?, ?> map) {
        out.append("map[");
        boolean first = true;
        for (Map.Entry<?, ?> entry : GoMap.sortedEntries(map)) {
            if (!first) {
                out.append(' ');
            }
            first = false;
            inner(out, entry.getKey());
            out.append(':');
            inner(out, entry.getValue());
        }
        out.append(']');
    }

    private static void print(StringBuilder out, List<?> list) {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                out.append(' ');
            }
            inner(out, list.get(i));
        }
        out.append(']');
    }

    /** A format with its operands, as {@code Sprintf}. */
    public static String format(String format, List<@Nullable Object> operands) {
        return new GoPrintf(format, operands).run();
    }

    /** A float as {@code strconv.FormatFloat(f, 'g', -1, 64)}. */
    public static String real(double value) {
        return GoFloat.format(value, 'g', GoFloat.SHORTEST);
    }

    /** The shortest decimal that reads back as the same float. */
    public static BigDecimal shortest(double value) {
        return GoFloat.shortest(value);
    }

    /** A Go string in double quotes, as {@code %q}. */
    public static String quote(String text) {
        return GoQuote.string(text, false);
    }

    /** Whether Go shows a character as it is. */
    public static boolean isPrintable(int rune) {
        return GoQuote.isPrintable(rune);
    }
}
