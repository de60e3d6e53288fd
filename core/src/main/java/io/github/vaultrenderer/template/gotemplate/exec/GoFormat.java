package io.github.vaultrenderer.template.gotemplate.exec;

import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.VaultNumber;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Values as Go's {@code fmt} prints them.
 *
 * @see <a href="https://pkg.go.dev/fmt">Go package fmt</a>
 */
public final class GoFormat {

    /** From this decimal exponent on, the shortest form of a float has an exponent. */
    private static final int LARGE_EXPONENT = 6;

    private static final int SMALL_EXPONENT = -4;

    private GoFormat() {}

    /** A value as {@code %v}. */
    public static String print(@Nullable Object value) {
        if (value == null) {
            return "<nil>";
        }
        if (value instanceof Double number) {
            return real(number);
        }
        if (value instanceof VaultNumber number) {
            return number.text();
        }
        if (value instanceof Map<?, ?> map) {
            return GoMap.sorted(map).entrySet().stream()
                    .map(entry -> print(entry.getKey()) + ":" + print(entry.getValue()))
                    .collect(Collectors.joining(" ", "map[", "]"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(GoFormat::print).collect(Collectors.joining(" ", "[", "]"));
        }
        // Go would print the fields and the address of the lease: no template can mean that.
        return value instanceof Secret ? "<secret>" : value.toString();
    }

    /** A format with its operands, as {@code Sprintf}. */
    public static String format(String format, List<@Nullable Object> operands) {
        return new GoPrintf(format, operands).run();
    }

    /** A float as {@code strconv.FormatFloat(f, 'g', -1, 64)}. */
    public static String real(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal shortest = shortest(value).stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent < SMALL_EXPONENT || exponent >= LARGE_EXPONENT) {
            String digits = shortest.unscaledValue().abs().toString();
            String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
            return (value < 0 ? "-" : "") + mantissa + "e" + (exponent < 0 ? "-" : "+")
                    + String.format(Locale.ROOT, "%02d", Math.abs(exponent));
        }
        return shortest.toPlainString();
    }

    /** The shortest decimal that reads back as the same float; {@code Double.toString} is not always it before JDK 19. */
    public static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < 17; digits++) {
            BigDecimal rounded = exact.round(new java.math.MathContext(digits));
            if (rounded.doubleValue() == value) {
                return rounded;
            }
        }
        return exact.round(new java.math.MathContext(17));
    }

    /** A Go string in double quotes, as {@code %q}. */
    public static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        String decoded = GoText.decode(text);
        decoded.codePoints().forEach(c -> {
            int simple = "\u0007\b\f\n\r\t\u000b\\\"".indexOf(c);
            if (simple >= 0) {
                out.append('\\').append("abfnrtv\\\"".charAt(simple));
            } else if (c < ' ' || c == 0x7F) {
                out.append(String.format(Locale.ROOT, "\\x%02x", c));
            } else {
                out.append(GoText.encode(Character.toString(c)));
            }
        });
        return out.append('"').toString();
    }
}
