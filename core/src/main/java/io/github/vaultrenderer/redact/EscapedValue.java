package io.github.vaultrenderer.redact;

import java.nio.charset.StandardCharsets;

/**
 * Finds a value in a text in whatever way its characters are escaped there: with backslashes, once or several times, as
 * {@code \n}, {@code \}{@code u000a} or {@code \x0a}, URL-encoded, or as HTML has it. Also the beginning of a value that
 * was cut off, when it is long enough to tell something.
 */
final class EscapedValue {

    /** So much of a value's beginning is as good as the value. */
    private static final int TELLING = 16;

    /** So much is, when it is half of the value. */
    private static final int TELLING_HALF = 8;

    private static final String LETTERS = "abfnrtv";
    private static final String CONTROLS = "\u0007\b\f\n\r\t\u000b";
    private static final int HEX = 16;

    private final String value;

    EscapedValue(String value) {
        this.value = value;
    }

    /** Where the value ends in the text that begins at a place; that place itself when it does not begin there. */
    int endIn(String text, int from) {
        if (text.startsWith(value, from)) {
            return from + value.length();
        }
        int at = from;
        int i = 0;
        boolean backslash = false;
        while (i < value.length()) {
            int character = value.codePointAt(i);
            int next = character == '\\' ? afterBackslashes(text, at) : after(text, at, character);
            if (next == at && backslash) {
                // The last backslash can have been the beginning of an escape.
                next = Math.max(at, after(text, at - 1, character));
            }
            if (next == at) {
                break;
            }
            at = next;
            backslash = character == '\\';
            i += backslash ? run(i) : Character.charCount(character);
        }
        boolean cut = i < value.length();
        boolean tells = i >= TELLING || (i >= TELLING_HALF && i * 2 >= value.length());
        return cut && !tells ? from : at;
    }

    /** How many backslashes follow one another: each may have been doubled any number of times. */
    private int run(int from) {
        int to = from;
        while (to < value.length() && value.charAt(to) == '\\') {
            to++;
        }
        return to - from;
    }

    private static int afterBackslashes(String text, int from) {
        int at = from;
        int next = after(text, at, '\\');
        while (next != at) {
            at = next;
            next = after(text, at, '\\');
        }
        return at;
    }

    /** Where one character of the value ends; the place itself when it is not there. */
    private static int after(String text, int from, int character) {
        if (from >= text.length()) {
            return from;
        }
        int raw = text.codePointAt(from) == character ? from + Character.charCount(character) : from;
        if (isPlain(character)) {
            return raw;
        }
        int escaped = switch (text.charAt(from)) {
            case '\\' -> afterEscape(text, from, character);
            case '%' -> afterBytes(text, from, "%", character);
            case '&' -> afterEntity(text, from, character);
            case '+' -> character == ' ' ? from + 1 : from;
            default -> from;
        };
        return escaped == from ? raw : escaped;
    }

    /** No escape changes letters and digits. */
    private static boolean isPlain(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }

    private static int afterEscape(String text, int from, int character) {
        int at = from;
        while (at < text.length() && text.charAt(at) == '\\') {
            at++;
        }
        if (at >= text.length()) {
            return from;
        }
        int named = CONTROLS.indexOf(character);
        if (named >= 0 && text.charAt(at) == LETTERS.charAt(named)) {
            return at + 1;
        }
        if (text.codePointAt(at) == character) {
            return at + Character.charCount(character);
        }
        return switch (text.charAt(at)) {
            case 'u' -> afterUnits(text, from, at, character);
            case 'U' -> hex(text, at + 1, 8) == character ? at + 9 : from;
            case 'x' ->
                afterBytes(text, at - 1, "\\x", character) == at - 1
                        ? from
                        : afterBytes(text, at - 1, "\\x", character);
            // FreeMarker's own strings.
            case 'l' -> character == '<' ? at + 1 : from;
            case 'g' -> character == '>' ? at + 1 : from;
            default -> from;
        };
    }

    /** A UTF-16 unit, or the two of a character beyond them. */
    private static int afterUnits(String text, int from, int at, int character) {
        char[] units = Character.toChars(character);
        int next = at;
        for (int i = 0; i < units.length; i++) {
            if (i > 0) {
                while (next < text.length() && text.charAt(next) == '\\') {
                    next++;
                }
            }
            if (next >= text.length() || text.charAt(next) != 'u' || hex(text, next + 1, 4) != units[i]) {
                return from;
            }
            next += 5;
        }
        return next;
    }

    private static int afterBytes(String text, int from, String mark, int character) {
        int at = from;
        for (byte each : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            if (!text.startsWith(mark, at) || hex(text, at + mark.length(), 2) != (each & 0xff)) {
                return from;
            }
            at += mark.length() + 2;
        }
        return at;
    }

    private static int afterEntity(String text, int from, int character) {
        int end = text.indexOf(';', from);
        if (end < 0) {
            return from;
        }
        String name = text.substring(from + 1, end);
        boolean same = switch (name) {
            case "lt" -> character == '<';
            case "gt" -> character == '>';
            case "amp" -> character == '&';
            case "quot" -> character == '"';
            case "apos" -> character == '\'';
            default -> name.equals("#" + character);
        };
        return same ? end + 1 : from;
    }

    private static int hex(String text, int from, int digits) {
        if (from + digits > text.length()) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = Character.digit(text.charAt(i), HEX);
            if (digit < 0) {
                return -1;
            }
            number = number * HEX + digit;
        }
        return number;
    }
}
