package io.github.vaultrenderer.app.settings.hcl;

/** A text, character by character, with the place of each. */
final class Characters {

    /** What follows the last character. */
    static final int END = -1;

    /** HCL keeps this one for itself. */
    private static final int RESERVED = 0xE123;

    private final String text;
    private int index;
    private int line = 1;
    private int column = 1;

    Characters(String text) {
        this.text = text;
    }

    /** The next character, which stays the next. */
    int peek() {
        return index < text.length() ? text.codePointAt(index) : END;
    }

    /** The one after the next. */
    int peekSecond() {
        if (index >= text.length()) {
            return END;
        }
        int second = index + Character.charCount(text.codePointAt(index));
        return second < text.length() ? text.codePointAt(second) : END;
    }

    /** Takes the next character. */
    int next() throws HclException {
        int character = peek();
        if (character == END) {
            return END;
        }
        if (character == 0 || character == RESERVED) {
            throw new HclException(position(), "a character that may not be here");
        }
        index += Character.charCount(character);
        column++;
        if (character == '\n') {
            line++;
            column = 1;
        }
        return character;
    }

    int index() {
        return index;
    }

    String since(int start) {
        return text.substring(start, index);
    }

    Position position() {
        return new Position(line, column);
    }

    /** Names: what Go's {@code unicode.IsLetter} says, and the underscore. */
    static boolean isLetter(int character) {
        return character == '_' || Character.isLetter(character);
    }

    static boolean isDecimal(int character) {
        return '0' <= character && character <= '9';
    }

    static boolean isHexadecimal(int character) {
        return character < 0x80 && Character.digit(character, 16) >= 0;
    }
}
