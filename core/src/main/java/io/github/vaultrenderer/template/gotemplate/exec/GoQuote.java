package io.github.vaultrenderer.template.gotemplate.exec;

import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import io.github.vaultrenderer.template.gotemplate.parse.Runes;

/**
 * Strings and characters as Go source text.
 *
 * @see <a href="https://pkg.go.dev/strconv#Quote">Go package strconv, Quote</a>
 */
final class GoQuote {

    private static final String ESCAPED = "\u0007\b\f\n\r\t\u000b";
    private static final String LETTERS = "abfnrtv";
    private static final int ASCII = 0x80;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private GoQuote() {}

    /** A string in double quotes. */
    static String string(String text, boolean asciiOnly) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i += Runes.width(text, i)) {
            int rune = Runes.at(text, i);
            if (rune == Runes.ERROR && Runes.width(text, i) == 1) {
                hex(out, 'x', text.charAt(i), 2);
            } else {
                append(out, rune, '"', asciiOnly);
            }
        }
        return out.append('"').toString();
    }

    /** A character in single quotes. */
    static String character(int rune, boolean asciiOnly) {
        StringBuilder out = new StringBuilder("'");
        append(out, rune, '\'', asciiOnly);
        return out.append('\'').toString();
    }

    /** Whether a raw string can hold it. */
    static boolean canBackquote(String text) {
        for (int i = 0; i < text.length(); i += Runes.width(text, i)) {
            int rune = Runes.at(text, i);
            if (rune == BYTE_ORDER_MARK
                    || rune == Runes.ERROR
                    || (rune < ' ' && rune != '\t')
                    || rune == '`'
                    || rune == 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** Whether Go shows it as it is. */
    static boolean isPrintable(int rune) {
        if (rune == ' ') {
            return true;
        }
        return switch (Character.getType(rune)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }

    private static void append(StringBuilder out, int rune, char quote, boolean asciiOnly) {
        int simple = ESCAPED.indexOf(rune);
        if (rune == quote || rune == '\\') {
            out.append('\\').append((char) rune);
        } else if (simple >= 0) {
            out.append('\\').append(LETTERS.charAt(simple));
        } else if (isPrintable(rune) && (!asciiOnly || rune < ASCII)) {
            out.append(GoText.encode(Character.toString(rune)));
        } else if (rune < ' ' || rune == 0x7F) {
            hex(out, 'x', rune, 2);
        } else if (rune <= 0xFFFF) {
            hex(out, 'u', rune, 4);
        } else {
            hex(out, 'U', rune, 8);
        }
    }

    private static void hex(StringBuilder out, char letter, int value, int digits) {
        String hex = Integer.toHexString(value);
        out.append('\\')
                .append(letter)
                .append("0".repeat(digits - hex.length()))
                .append(hex);
    }
}
