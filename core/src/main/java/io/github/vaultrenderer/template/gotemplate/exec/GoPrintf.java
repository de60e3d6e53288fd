package io.github.vaultrenderer.template.gotemplate.exec;

import io.github.vaultrenderer.secrets.VaultNumber;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Go's {@code Sprintf} with the verbs that templates use: {@code %v %s %q %d %x %X %f %t %T %c %%}, flags, width and
 * precision. Another verb gives Go's own mark of a bad verb.
 *
 * @see <a href="https://pkg.go.dev/fmt#hdr-Printing">Go package fmt, printing</a>
 */
final class GoPrintf {

    private static final Pattern DIRECTIVE = Pattern.compile("%([-+# 0]*)(\\d+)?(?:\\.(\\d*))?(.)?", Pattern.DOTALL);
    private static final int WIDEST = 1_000_000;
    private static final int DEFAULT_PRECISION = 6;

    private final String format;
    private final List<@Nullable Object> operands;
    private int used;

    GoPrintf(String format, List<@Nullable Object> operands) {
        this.format = format;
        this.operands = operands;
    }

    private record Directive(String flags, int width, int precision, char verb) {
        boolean has(char flag) {
            return flags.indexOf(flag) >= 0;
        }
    }

    String run() {
        StringBuilder out = new StringBuilder();
        Matcher matcher = DIRECTIVE.matcher(format);
        int from = 0;
        while (matcher.find(from)) {
            out.append(format, from, matcher.start()).append(directive(matcher));
            from = matcher.end();
        }
        out.append(format, from, format.length());
        if (used < operands.size()) {
            out.append(operands.subList(used, operands.size()).stream()
                    .map(operand -> operand == null ? "<nil>" : Values.type(operand) + "=" + GoFormat.print(operand))
                    .collect(Collectors.joining(", ", "%!(EXTRA ", ")")));
        }
        return out.toString();
    }

    private String directive(Matcher matcher) {
        String verb = matcher.group(4);
        if (verb == null) {
            return "%!(NOVERB)";
        }
        if (verb.equals("%")) {
            return "%";
        }
        if (used >= operands.size()) {
            return "%!" + verb + "(MISSING)";
        }
        Directive directive = new Directive(
                matcher.group(1), number(matcher.group(2), 0), number(matcher.group(3), -1), verb.charAt(0));
        Object operand = operands.get(used++);
        String text = text(directive, operand);
        return text == null ? bad(verb, operand) : padded(directive, text, operand);
    }

    /** Digits of a width or precision; none behind a dot mean zero. */
    private static int number(@Nullable String digits, int absent) {
        if (digits == null) {
            return absent;
        }
        return digits.isEmpty() ? 0 : digits.length() > 7 ? WIDEST : Math.min(Integer.parseInt(digits), WIDEST);
    }

    private static String bad(String verb, @Nullable Object operand) {
        return "%!" + verb + "(" + (operand == null ? "<nil>" : Values.type(operand) + "=" + GoFormat.print(operand))
                + ")";
    }

    private static @Nullable String text(Directive directive, @Nullable Object operand) {
        String string = operand instanceof VaultNumber number ? number.text() : operand instanceof String s ? s : null;
        return switch (directive.verb) {
            case 'T' -> Values.type(operand);
            case 'v' ->
                operand instanceof Long || operand instanceof Double
                        ? signed(directive, GoFormat.print(operand))
                        : string != null ? cut(directive, string) : GoFormat.print(operand);
            case 's' -> string != null ? cut(directive, string) : composite(operand) ? GoFormat.print(operand) : null;
            case 'q' -> string != null ? GoFormat.quote(cut(directive, string)) : null;
            case 'd' -> operand instanceof Long number ? signed(directive, number.toString()) : null;
            case 't' -> operand instanceof Boolean bool ? bool.toString() : null;
            case 'c' ->
                operand instanceof Long number && Character.isValidCodePoint((int) (long) number)
                        ? GoText.encode(Character.toString((int) (long) number))
                        : null;
            case 'x', 'X' -> hex(directive, operand, string);
            case 'f', 'F' -> operand instanceof Double number ? fixed(directive, number) : null;
            default -> null;
        };
    }

    private static boolean composite(@Nullable Object operand) {
        return operand instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
    }

    private static String cut(Directive directive, String text) {
        if (directive.precision < 0) {
            return text;
        }
        String decoded = GoText.decode(text);
        int characters = decoded.codePointCount(0, decoded.length());
        return characters <= directive.precision
                ? text
                : GoText.encode(decoded.substring(0, decoded.offsetByCodePoints(0, directive.precision)));
    }

    private static String signed(Directive directive, String number) {
        if (number.startsWith("-") || number.startsWith("+")) {
            return number;
        }
        return directive.has('+') ? "+" + number : directive.has(' ') ? " " + number : number;
    }

    private static @Nullable String hex(Directive directive, @Nullable Object operand, @Nullable String string) {
        String prefix = directive.has('#') ? "0x" : "";
        String text;
        if (operand instanceof Long number) {
            text = (number < 0 ? "-" : "") + prefix + Long.toUnsignedString(Math.abs(number), 16);
        } else if (string != null) {
            text = prefix + HexFormat.of().formatHex(GoText.bytes(string));
        } else {
            return null;
        }
        return directive.verb == 'X' ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static String fixed(Directive directive, double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return GoFormat.real(number);
        }
        int precision = directive.precision < 0 ? DEFAULT_PRECISION : directive.precision;
        return signed(
                directive,
                new BigDecimal(number)
                        .setScale(precision, RoundingMode.HALF_EVEN)
                        .toPlainString());
    }

    private static String padded(Directive directive, String text, @Nullable Object operand) {
        String decoded = GoText.decode(text);
        int missing = directive.width - decoded.codePointCount(0, decoded.length());
        if (missing <= 0) {
            return text;
        }
        if (directive.has('-')) {
            return text + " ".repeat(missing);
        }
        boolean number = operand instanceof Long || operand instanceof Double;
        if (!directive.has('0')) {
            return " ".repeat(missing) + text;
        }
        int sign = number && !text.isEmpty() && "+- ".indexOf(text.charAt(0)) >= 0 ? 1 : 0;
        return text.substring(0, sign) + "0".repeat(missing) + text.substring(sign);
    }
}
