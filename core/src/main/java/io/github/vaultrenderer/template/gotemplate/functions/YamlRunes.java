package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.parse.Runes;

/** The kinds of characters that a writer of YAML tells apart, in a Go string of valid UTF-8. */
final class YamlRunes {

    private static final int NEXT_LINE = 0x85;
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int FIRST_PRINTABLE = 0xA0;
    private static final int LAST_PRINTABLE = 0xFFFD;

    private YamlRunes() {}

    static int width(String text, int at) {
        return text.charAt(at) < 0x80 ? 1 : Runes.width(text, at);
    }

    static int rune(String text, int at) {
        char first = text.charAt(at);
        return first < 0x80 ? first : Runes.at(text, at);
    }

    static boolean isBlank(String text, int at) {
        return text.charAt(at) == ' ' || text.charAt(at) == '\t';
    }

    static boolean isBreak(String text, int at) {
        int rune = rune(text, at);
        return rune == '\n'
                || rune == '\r'
                || rune == NEXT_LINE
                || rune == LINE_SEPARATOR
                || rune == PARAGRAPH_SEPARATOR;
    }

    /** Of a place behind any character, whether that was a space, a tab or a break of one byte. */
    static boolean isBlankOrBreak(String text, int at) {
        char c = text.charAt(at);
        return isBlank(text, at) || c == '\n' || c == '\r' || c == '\0';
    }

    /** Whether it can be written as it is. */
    static boolean isPrintable(String text, int at) {
        int rune = rune(text, at);
        return rune == '\n'
                || (rune >= ' ' && rune <= '~')
                || (rune >= FIRST_PRINTABLE && rune <= LAST_PRINTABLE && rune != BYTE_ORDER_MARK);
    }

    /** Whether a text begins with a byte order mark. */
    static boolean startsWithMark(String text) {
        return !text.isEmpty() && text.charAt(0) == 0xEF && rune(text, 0) == BYTE_ORDER_MARK;
    }
}
