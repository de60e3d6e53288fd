package io.github.vaultrenderer.template.gotemplate.exec;

import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.VaultNumber;
import io.github.vaultrenderer.template.gotemplate.parse.GoComplex;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import io.github.vaultrenderer.template.gotemplate.parse.Runes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints one operand of a format, and all that is in it, as one directive says. */
final class GoPrinter {

    private static final String NIL = "<nil>";

    private final StringBuilder out;
    private final Directive directive;
    private boolean erroneous;

    GoPrinter(StringBuilder out, Directive directive) {
        this.out = out;
        this.directive = directive;
    }

    /**
     * Prints it.
     *
     * @param verb the verb
     * @param name the verb as the format has it
     */
    void print(@Nullable Object value, int verb, String name) {
        if (value == null && (verb == 'T' || verb == 'v')) {
            pad(NIL);
        } else if (verb == 'T') {
            pad(cut(Values.type(value)));
        } else if (verb == 'p') {
            address(value, name);
        } else if (verb == 'w') {
            // Errors are wrapped elsewhere: here it is a mistake, whatever the operand.
            bad(value, name);
        } else {
            value(value, verb, name, 0);
        }
    }

    /** Prints what is within another value. */
    void printInner(Object value) {
        value(value, 'v', "v", 1);
    }

    private void value(@Nullable Object value, int verb, String name, int depth) {
        if (value == null && depth > 0) {
            out.append(directive.goSyntax() ? "interface {}(nil)" : NIL);
        } else if (value instanceof Map<?, ?> map) {
            map(map, verb, name, depth);
        } else if (value instanceof List<?> list) {
            list(list, verb, name, depth);
        } else if (value instanceof GoObject || value instanceof Secret || value instanceof GoStruct) {
            object(value, verb, name, depth);
        } else if (value instanceof GoChannel) {
            pointer(GoPointer.to(value), verb, name);
        } else if (value instanceof GoPointer pointer) {
            pointer(pointer, verb, name);
        } else if (!scalar(value, verb)) {
            bad(value, name);
        }
    }

    private void object(Object value, int verb, String name, int depth) {
        if (value instanceof GoObject object && !erroneous && byMethod(object, verb)) {
            return;
        }
        Object underlying = GoStruct.underlying(value);
        boolean pointer = GoStruct.isPointer(Values.type(value));
        if (underlying instanceof GoStruct struct && pointer && depth == 0) {
            out.append('&');
            struct(struct, verb, name, 1);
        } else if (underlying instanceof GoStruct struct && !pointer) {
            struct(struct, verb, name, depth);
        } else if (pointer) {
            pointer(underlying instanceof GoPointer nil ? nil : GoPointer.to(value), verb, name);
        } else if (underlying == null && verb == 'v') {
            pad(value.toString());
        } else if (underlying == null || !scalar(underlying, verb)) {
            bad(value, name);
        }
    }

    /** Whether a method of its own said how it is printed. */
    private boolean byMethod(GoObject object, int verb) {
        if (directive.goSyntax()) {
            String text = object.goString();
            return text != null && pad(text);
        }
        boolean texts = verb == 'v' || verb == 's' || verb == 'q' || verb == 'x' || verb == 'X';
        return texts && object.isStringer() && text(object.toString(), verb);
    }

    private void struct(GoStruct struct, int verb, String name, int depth) {
        boolean syntax = directive.goSyntax();
        out.append(syntax ? struct.type() + "{" : "{");
        String separator = "";
        for (Map.Entry<String, @Nullable Object> field : struct.fields().entrySet()) {
            out.append(separator);
            separator = syntax ? ", " : " ";
            if (directive.fieldNames()) {
                out.append(field.getKey()).append(':');
            }
            value(field.getValue(), verb, name, depth + 1);
        }
        out.append('}');
    }

    private void pointer(GoPointer pointer, int verb, String name) {
        long address = pointer.address();
        switch (verb) {
            case 'v' -> {
                if (directive.goSyntax()) {
                    out.append('(').append(pointer.type()).append(")(");
                    hex(address, true);
                    out.append(')');
                } else if (address == 0) {
                    pad(NIL);
                } else {
                    hex(address, !directive.sharp());
                }
            }
            case 'p' -> hex(address, !directive.sharp());
            case 'b', 'o', 'd', 'x', 'X' -> integer(address, false, verb);
            default -> bad(pointer, name);
        }
    }

    private void hex(long address, boolean prefixed) {
        if (address == 0 && directive.goSyntax()) {
            out.append("nil");
        } else {
            digits(address, false, 16, 'v', prefixed);
        }
    }

    /** {@code %p}: of what is somewhere in memory, where. */
    private void address(@Nullable Object value, String name) {
        if (value != null && isNil(value)) {
            hex(0, !directive.sharp());
        } else if (value instanceof Map<?, ?>
                || value instanceof List<?>
                || value instanceof GoChannel
                || (value != null && GoStruct.isPointer(Values.type(value)))) {
            hex(GoPointer.to(value).address(), !directive.sharp());
        } else {
            bad(value, name);
        }
    }

    private boolean scalar(@Nullable Object value, int verb) {
        if (value instanceof Boolean bool) {
            return (verb == 't' || verb == 'v') && pad(bool.toString());
        }
        if (value instanceof Long number) {
            return integer(number, true, verb);
        }
        if (value instanceof GoInteger number) {
            return integer(number.bits(), number.type().isSigned(), verb);
        }
        if (value instanceof Double number) {
            return real(number, verb);
        }
        if (value instanceof GoComplex number) {
            return complex(number, verb);
        }
        if (value instanceof String text) {
            return text(text, verb);
        }
        if (value instanceof VaultNumber number) {
            return text(number.text(), verb);
        }
        return value != null && verb == 'v' && pad(value.toString());
    }

    private void map(Map<?, ?> map, int verb, String name, int depth) {
        boolean syntax = directive.goSyntax();
        if (syntax && isNil(map)) {
            out.append(Values.type(map)).append("(nil)");
            return;
        }
        out.append(syntax ? Values.type(map) + "{" : "map[");
        boolean first = true;
        for (Map.Entry<?, ?> entry : GoMap.sortedEntries(map)) {
            if (!first) {
                out.append(syntax ? ", " : " ");
            }
            first = false;
            value(entry.getKey(), verb, name, depth + 1);
            out.append(':');
            value(entry.getValue(), verb, name, depth + 1);
        }
        out.append(syntax ? '}' : ']');
    }

    private void list(List<?> list, int verb, String name, int depth) {
        boolean syntax = directive.goSyntax();
        if (syntax && isNil(list)) {
            out.append(Values.type(list)).append("(nil)");
            return;
        }
        out.append(syntax ? Values.type(list) + "{" : "[");
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                out.append(syntax ? ", " : " ");
            }
            value(list.get(i), verb, name, depth + 1);
        }
        out.append(syntax ? '}' : ']');
    }

    private static boolean isNil(Object value) {
        return value instanceof TypedNil typed && typed.isNil();
    }

    private void bad(@Nullable Object value, String name) {
        erroneous = true;
        out.append("%!").append(name).append('(');
        if (value == null) {
            out.append(NIL);
        } else {
            out.append(Values.type(value)).append('=');
            value(value, 'v', "v", 0);
        }
        out.append(')');
        erroneous = false;
    }

    // Integers.

    private boolean integer(long bits, boolean signed, int verb) {
        switch (verb) {
            case 'v' -> {
                if (directive.goSyntax() && !signed) {
                    digits(bits, false, 16, 'x', true);
                } else {
                    digits(bits, signed, 10, 'd', directive.sharp());
                }
            }
            case 'd' -> digits(bits, signed, 10, 'd', directive.sharp());
            case 'b' -> digits(bits, signed, 2, 'b', directive.sharp());
            case 'o', 'O' -> digits(bits, signed, 8, verb, directive.sharp());
            case 'x', 'X' -> digits(bits, signed, 16, verb, directive.sharp());
            case 'c' -> pad(character(bits));
            case 'q' -> pad(GoQuote.character(codePoint(bits), directive.plus()));
            case 'U' -> unicode(bits);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void digits(long bits, boolean signed, int base, int verb, boolean prefixed) {
        boolean negative = signed && bits < 0;
        int precision = 0;
        if (directive.hasPrecision()) {
            precision = directive.precision();
            if (precision == 0 && bits == 0) {
                // No digits at all.
                out.append(" ".repeat(directive.width()));
                return;
            }
        } else if (directive.zeros() && directive.hasWidth()) {
            precision = directive.width() - (negative || directive.plus() || directive.space() ? 1 : 0);
        }
        String digits = Long.toUnsignedString(negative ? -bits : bits, base);
        digits = "0".repeat(Math.max(0, precision - digits.length())) + digits;
        String prefix = prefixed ? prefix(base, digits, verb) : "";
        if (verb == 'O') {
            prefix = "0o" + prefix;
        }
        String text = sign(negative) + prefix + (verb == 'X' ? digits.toUpperCase(Locale.ROOT) : digits);
        padWith(text, ' ');
    }

    private static String prefix(int base, String digits, int verb) {
        return switch (base) {
            case 2 -> "0b";
            case 8 -> digits.startsWith("0") ? "" : "0";
            case 16 -> verb == 'X' ? "0X" : "0x";
            default -> "";
        };
    }

    private String sign(boolean negative) {
        return negative ? "-" : directive.plus() ? "+" : directive.space() ? " " : "";
    }

    private static int codePoint(long bits) {
        boolean valid = bits >= 0 && bits <= Character.MAX_CODE_POINT && !(bits >= 0xD800 && bits <= 0xDFFF);
        return valid ? (int) bits : Runes.ERROR;
    }

    private static String character(long bits) {
        return GoText.encode(Character.toString(codePoint(bits)));
    }

    private void unicode(long bits) {
        String hex = Long.toUnsignedString(bits, 16).toUpperCase(Locale.ROOT);
        int digits = directive.hasPrecision() ? Math.max(4, directive.precision()) : 4;
        String text = "U+" + "0".repeat(Math.max(0, digits - hex.length())) + hex;
        boolean shown =
                directive.sharp() && bits >= 0 && bits <= Character.MAX_CODE_POINT && GoQuote.isPrintable((int) bits);
        padWith(shown ? text + " '" + character(bits) + "'" : text, ' ');
    }

    // Floats.

    private boolean real(double number, int verb) {
        int precision = directive.precision();
        String text;
        switch (verb) {
            case 'v' -> text = GoFloat.format(number, 'g', precision);
            case 'b', 'g', 'G', 'x', 'X' -> text = GoFloat.format(number, verb, precision);
            case 'f', 'F', 'e', 'E' ->
                text = GoFloat.format(number, verb == 'F' ? 'f' : verb, precision < 0 ? 6 : precision);
            default -> {
                return false;
            }
        }
        if (directive.sharp() && verb != 'b' && !Double.isNaN(number) && !Double.isInfinite(number)) {
            text = GoFloat.withPoint(text, verb, precision);
        }
        boolean negative = text.startsWith("-");
        String digits = negative || text.startsWith("+") ? text.substring(1) : text;
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            String sign = negative
                    ? "-"
                    : directive.space() && !directive.plus()
                            ? " "
                            : Double.isNaN(number) && !directive.plus() ? "" : "+";
            padWith(sign + digits, ' ');
            return true;
        }
        String sign = sign(negative);
        if (directive.zeros() && directive.hasWidth()) {
            digits = "0".repeat(Math.max(0, directive.width() - sign.length() - digits.length())) + digits;
        }
        padWith(sign + digits, ' ');
        return true;
    }

    /** Width and precision are those of each part; the imaginary one always has a sign. */
    private boolean complex(GoComplex number, int verb) {
        if ("vbgGxXfFeE".indexOf(verb) < 0) {
            return false;
        }
        out.append('(');
        real(number.real(), verb);
        new GoPrinter(out, directive.withPlus()).real(number.imaginary(), verb);
        out.append("i)");
        return true;
    }

    // Texts.

    private boolean text(String text, int verb) {
        switch (verb) {
            case 'v' -> {
                if (directive.goSyntax()) {
                    pad(GoQuote.string(cut(text), false));
                } else {
                    pad(cut(text));
                }
            }
            case 's' -> pad(cut(text));
            case 'x', 'X' -> hex(text, verb);
            case 'q' -> quoted(cut(text));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void quoted(String text) {
        if (directive.sharp() && GoQuote.canBackquote(text)) {
            pad("`" + text + "`");
        } else {
            pad(GoQuote.string(text, directive.plus()));
        }
    }

    private void hex(String text, int verb) {
        int length = directive.hasPrecision() ? Math.min(directive.precision(), text.length()) : text.length();
        StringBuilder hex = new StringBuilder();
        String prefix = directive.sharp() ? "0x" : "";
        for (int i = 0; i < length; i++) {
            if (i > 0 && directive.space()) {
                hex.append(' ');
            }
            if (i == 0 || directive.space()) {
                hex.append(prefix);
            }
            hex.append(Character.forDigit(text.charAt(i) >> 4, 16)).append(Character.forDigit(text.charAt(i) & 15, 16));
        }
        pad(verb == 'X' ? hex.toString().toUpperCase(Locale.ROOT) : hex.toString());
    }

    private String cut(String text) {
        if (!directive.hasPrecision()) {
            return text;
        }
        int end = 0;
        for (int count = 0; end < text.length() && count < directive.precision(); count++) {
            end += Runes.width(text, end);
        }
        return text.substring(0, end);
    }

    private boolean pad(String text) {
        padWith(text, directive.zeros() ? '0' : ' ');
        return true;
    }

    private void padWith(String text, char filling) {
        int missing = directive.width() - GoPrintf.characters(text);
        String padding = missing > 0 ? String.valueOf(filling).repeat(missing) : "";
        out.append(directive.left() ? text : padding).append(directive.left() ? padding : text);
    }
}
