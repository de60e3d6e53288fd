package io.github.vaultrenderer.app.settings.hcl;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads what stands between quotes. What <code>${…}</code> holds is left as it is: quotes and line ends in it are its own.
 *
 * @see <a href="https://github.com/hashicorp/hcl/blob/hcl1/hcl/strconv/quote.go">HCL 1, Unquote</a>
 */
final class StringScanner {

    private static final int MOST = 0x10FFFF;
    private static final int REPLACEMENT = 0xFFFD;

    private final Characters characters;
    private final Position start;
    /** Bytes, as an escape may give a part of a character. */
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    /** How many are open, from <code>${</code> on. */
    private int braces;
    /** Right after the last backslash. */
    private Position escape;

    StringScanner(Characters characters) {
        this.characters = characters;
        this.start = characters.position();
        this.escape = start;
    }

    String read() throws HclException {
        characters.next();
        while (characters.peek() != '"' || braces > 0) {
            int next = characters.next();
            if (next == Characters.END || (next == '\n' && braces == 0)) {
                throw new HclException(start, "a string that does not end: \" is missing");
            }
            if (next == '\\') {
                escape();
            } else {
                add(next);
                countBraces(next);
            }
        }
        characters.next();
        return text();
    }

    private void countBraces(int last) throws HclException {
        if (braces == 0 && last == '$' && characters.peek() == '{') {
            add(characters.next());
            braces = 1;
        } else if (braces > 0 && last == '{') {
            braces++;
        } else if (braces > 0 && last == '}') {
            braces--;
        }
    }

    private void escape() throws HclException {
        escape = characters.position();
        int from = characters.index() - 1;
        int next = characters.next();
        int value = switch (next) {
            case 'a' -> 0x07;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0B;
            case '\\', '"' -> next;
            case '0', '1', '2', '3', '4', '5', '6', '7' -> digits(next - '0', 8, 2);
            case 'x' -> digits(0, 16, 2);
            case 'u' -> digits(0, 16, 4);
            case 'U' -> digits(0, 16, 8);
            default -> throw illegalEscape();
        };
        if (braces > 0) {
            addAll(characters.since(from));
        } else if (next == 'u' || next == 'U') {
            add(value);
        } else if (value > 0xFF) {
            throw illegalEscape();
        } else {
            content.write(value);
        }
    }

    private int digits(int begun, int radix, int count) throws HclException {
        long value = begun;
        for (int i = 0; i < count; i++) {
            int digit = characters.peek() < 0x80 ? Character.digit(characters.peek(), radix) : -1;
            if (digit < 0) {
                throw illegalEscape();
            }
            characters.next();
            value = value * radix + digit;
        }
        if (value > MOST) {
            throw illegalEscape();
        }
        return (int) value;
    }

    private HclException illegalEscape() {
        return new HclException(escape, "a backslash that begins no escape; write \\\\ for a backslash itself");
    }

    private void add(int character) {
        boolean half = Character.MIN_SURROGATE <= character && character <= Character.MAX_SURROGATE;
        addAll(Character.toString(half ? REPLACEMENT : character));
    }

    private void addAll(String text) {
        content.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private String text() throws HclException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content.toByteArray()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new HclException(start, "a string whose escapes make no UTF-8");
        }
    }
}
