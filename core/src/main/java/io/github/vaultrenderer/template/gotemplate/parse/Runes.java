package io.github.vaultrenderer.template.gotemplate.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * The characters of a Go string. Go takes every byte that is no UTF-8 as one character of its own, which Java's decoder
 * does not.
 *
 * @see <a href="https://pkg.go.dev/unicode/utf8">Go package unicode/utf8</a>
 */
public final class Runes {

    /** What Go reads for a byte that is no UTF-8. */
    public static final int ERROR = 0xFFFD;

    private static final int CONTINUED = 0x80;
    private static final int BITS = 6;

    private Runes() {}

    /** How many bytes the character at that place has; 1 for a byte that is no UTF-8. */
    public static int width(String text, int at) {
        int first = text.charAt(at);
        int width = first < 0xC2 || first > 0xF4 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        if (at + width > text.length()) {
            return 1;
        }
        for (int i = 1; i < width; i++) {
            if (text.charAt(at + i) >>> BITS != CONTINUED >>> BITS) {
                return 1;
            }
        }
        int second = width > 2 ? text.charAt(at + 1) : CONTINUED;
        boolean overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
        boolean beyond = (first == 0xED && second > 0x9F) || (first == 0xF4 && second > 0x8F);
        return overlong || beyond ? 1 : width;
    }

    /** The character at that place. */
    public static int at(String text, int at) {
        int first = text.charAt(at);
        int width = width(text, at);
        if (width == 1) {
            return first < CONTINUED ? first : ERROR;
        }
        int rune = first & (0xFF >>> (width + 1));
        for (int i = 1; i < width; i++) {
            rune = rune << BITS | (text.charAt(at + i) & 0x3F);
        }
        return rune;
    }

    /** Whether it is UTF-8 all through. */
    public static boolean valid(String text) {
        for (int i = 0; i < text.length(); i += width(text, i)) {
            if (text.charAt(i) >= CONTINUED && width(text, i) == 1) {
                return false;
            }
        }
        return true;
    }

    /** Each character as a string. */
    public static List<String> split(String text) {
        List<String> runes = new ArrayList<>();
        for (int i = 0; i < text.length(); i += width(text, i)) {
            runes.add(text.substring(i, i + width(text, i)));
        }
        return runes;
    }

    /** The code points, as Go's range loop reads them. */
    public static int[] codePoints(String text) {
        int[] points = new int[text.length()];
        int count = 0;
        for (int i = 0; i < text.length(); i += width(text, i)) {
            points[count++] = at(text, i);
        }
        return java.util.Arrays.copyOf(points, count);
    }

    /** The text as Java has it, with U+FFFD for every byte that is no UTF-8. */
    public static String decode(String text) {
        int[] points = codePoints(text);
        return new String(points, 0, points.length);
    }

    /** The text with every character mapped to another. */
    public static String map(String text, IntUnaryOperator mapping) {
        StringBuilder out = new StringBuilder(text.length());
        for (int rune : codePoints(text)) {
            out.appendCodePoint(mapping.applyAsInt(rune));
        }
        return GoText.encode(out.toString());
    }

    /** The text without the characters of a kind that it begins and ends with. */
    public static String trim(String text, IntPredicate kind) {
        int from = 0;
        while (from < text.length() && kind.test(at(text, from))) {
            from += width(text, from);
        }
        int end = from;
        for (int i = from; i < text.length(); i += width(text, i)) {
            if (!kind.test(at(text, i))) {
                end = i + width(text, i);
            }
        }
        return text.substring(from, end);
    }

    /** White space as Unicode defines it. */
    public static boolean isSpace(int rune) {
        return (rune >= '\t' && rune <= '\r')
                || rune == ' '
                || rune == 0x85
                || rune == 0xA0
                || (rune > 0xFF && Character.isSpaceChar(rune));
    }

    /** The text without the white space around it. */
    public static String trimSpace(String text) {
        return trim(text, Runes::isSpace);
    }
}
