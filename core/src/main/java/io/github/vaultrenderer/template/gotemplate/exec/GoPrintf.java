package io.github.vaultrenderer.template.gotemplate.exec;

import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import io.github.vaultrenderer.template.gotemplate.parse.Runes;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Go's {@code Sprintf}: reads a format and prints each operand as its directive says. What is wrong with a format or an
 * operand is told in the output, in Go's marks: {@code %!d(string=hi)}.
 *
 * @see <a href="https://pkg.go.dev/fmt#hdr-Printing">Go package fmt, printing</a>
 */
final class GoPrintf {

    /** Go takes no greater width or precision. */
    private static final int WIDEST = 1_000_000;

    /** What begins an operand's number, or is part of a width. */
    private static final String NEVER_VERBS = "[0123456789";

    /** Flags, and a width that is an operand. */
    private static final String NO_FIRST_VERBS = " +-#*";

    private final String format;
    private final List<@Nullable Object> operands;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int operand;
    private boolean reordered;
    private boolean goodIndex = true;
    private boolean afterIndex;

    GoPrintf(String format, List<@Nullable Object> operands) {
        this.format = format;
        this.operands = operands;
    }

    String run() {
        while (at < format.length()) {
            int percent = format.indexOf('%', at);
            if (percent < 0) {
                out.append(format, at, format.length());
                break;
            }
            out.append(format, at, percent);
            at = percent + 1;
            directive();
        }
        if (!reordered && operand < operands.size()) {
            extra();
        }
        return out.toString();
    }

    private void directive() {
        goodIndex = true;
        afterIndex = false;
        Directive directive = new Directive();
        while (at < format.length() && directive.flag(format.charAt(at))) {
            at++;
        }
        index();
        width(directive);
        precision(directive);
        if (!afterIndex) {
            index();
        }
        if (at >= format.length()) {
            out.append("%!(NOVERB)");
            return;
        }
        int verb = Runes.at(format, at);
        String name = format.substring(at, at + Runes.width(format, at));
        at += name.length();
        if (verb == '%') {
            out.append('%');
        } else if (!goodIndex) {
            out.append("%!").append(name).append("(BADINDEX)");
        } else if (operand >= operands.size()) {
            out.append("%!").append(name).append("(MISSING)");
        } else {
            print(operands.get(operand++), directive.forVerb(verb), verb, name);
        }
    }

    private void print(@Nullable Object value, Directive directive, int verb, String name) {
        if (value instanceof GoFormatter formatter && verb == 'v') {
            out.append(formatter.text(directive.fieldNames() && !directive.goSyntax(), directive.goSyntax()));
        } else if (value instanceof GoFormatter formatter && verb != 'T' && verb != 'p') {
            handOn(formatter.value(), directive, verb, name);
        } else {
            new GoPrinter(out, directive).print(value, verb, name);
        }
    }

    /** What holds the value asks anew with a directive of its own, in which some verbs are read as what stands before one. */
    private void handOn(@Nullable Object value, Directive directive, int verb, String name) {
        boolean bare = !directive.hasWidth() && !directive.hasPrecision();
        if (NEVER_VERBS.indexOf(verb) >= 0 || (bare && NO_FIRST_VERBS.indexOf(verb) >= 0)) {
            out.append(new GoPrintf("%" + name, Collections.singletonList(value)).run());
        } else {
            new GoPrinter(out, directive).print(value, verb, name);
        }
    }

    private void width(Directive directive) {
        if (at < format.length() && format.charAt(at) == '*') {
            at++;
            Integer width = integerOperand();
            if (width == null) {
                out.append("%!(BADWIDTH)");
            } else {
                directive.width(width);
            }
            afterIndex = false;
            return;
        }
        Integer width = digits();
        if (width != null) {
            directive.width(width);
            goodIndex &= !afterIndex;
        }
    }

    private void precision(Directive directive) {
        if (at >= format.length() || format.charAt(at) != '.') {
            return;
        }
        at++;
        goodIndex &= !afterIndex;
        index();
        if (at < format.length() && format.charAt(at) == '*') {
            at++;
            Integer precision = integerOperand();
            if (precision == null || precision < 0) {
                out.append("%!(BADPREC)");
            } else {
                directive.precision(precision);
            }
            afterIndex = false;
            return;
        }
        Integer precision = digits();
        directive.precision(precision == null ? 0 : precision);
    }

    /** Reads {@code [n]}, which chooses the next operand. */
    private void index() {
        afterIndex = false;
        if (at >= format.length() || format.charAt(at) != '[') {
            return;
        }
        reordered = true;
        int open = at;
        int close = format.indexOf(']', at);
        if (close < 0) {
            goodIndex = false;
            at = open + 1;
            return;
        }
        at = open + 1;
        Integer number = digits();
        afterIndex = number != null && at == close;
        at = close + 1;
        if (afterIndex && number != null && number >= 1 && number <= operands.size()) {
            operand = number - 1;
        } else {
            goodIndex = false;
        }
    }

    /** A run of digits; {@code null} when there is none, or too great a number. */
    private @Nullable Integer digits() {
        int from = at;
        int number = 0;
        while (at < format.length() && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
            number = number * 10 + format.charAt(at) - '0';
            at++;
            if (number > WIDEST) {
                return null;
            }
        }
        return at == from ? null : (Integer) number;
    }

    /** The next operand as a width or precision; {@code null} when it is none. */
    private @Nullable Integer integerOperand() {
        if (operand >= operands.size()) {
            return null;
        }
        Object value = operands.get(operand++);
        long number;
        if (value instanceof Long integer) {
            number = integer;
        } else if (value instanceof GoInteger integer && (integer.type().isSigned() || integer.bits() >= 0)) {
            number = integer.bits();
        } else {
            return null;
        }
        return Math.abs(number) > WIDEST || number == Long.MIN_VALUE ? null : (Integer) (int) number;
    }

    private void extra() {
        out.append("%!(EXTRA ");
        for (int i = operand; i < operands.size(); i++) {
            if (i > operand) {
                out.append(", ");
            }
            Object value = operands.get(i);
            if (value == null) {
                out.append("<nil>");
            } else {
                out.append(Values.type(value)).append('=');
                print(value, new Directive(), 'v', "v");
            }
        }
        out.append(')');
    }

    /** The text of a Go string whose characters are counted. */
    static int characters(String text) {
        return Runes.valid(text)
                ? GoText.decode(text).codePointCount(0, GoText.decode(text).length())
                : count(text);
    }

    private static int count(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i += Runes.width(text, i)) {
            count++;
        }
        return count;
    }
}
