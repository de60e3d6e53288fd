package io.github.vaultrenderer.template.gotemplate.exec;

import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.VaultNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
