package io.github.vaultrenderer.app.settings.hcl;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Reads a configuration: JSON if its first character is a brace, else HCL 1. */
public final class HclReader {

    private HclReader() {}

    /**
     * Reads a whole configuration.
     *
     * @param bytes UTF-8
     * @throws HclException when it is neither HCL nor JSON
     */
    public static HclValue.Structure read(byte[] bytes) throws HclException {
        String text = text(bytes);
        return HclDecoder.structure(isJson(text) ? JsonReader.parse(text) : HclParser.parse(text));
    }

    private static boolean isJson(String text) {
        int first = 0;
        while (first < text.length() && isSpace(text.charAt(first))) {
            first++;
        }
        return first < text.length() && text.charAt(first) == '{';
    }

    /** As Go's {@code unicode.IsSpace} has it. */
    private static boolean isSpace(char character) {
        return ('\t' <= character && character <= '\r')
                || character == 0x85
                || character == 0xA0
                || Character.isSpaceChar(character);
    }

    private static String text(byte[] bytes) throws HclException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            throw new HclException(end(text), "bytes that are not UTF-8");
        }
        return text.toString();
    }

    private static Position end(CharBuffer text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i++) {
            boolean ends = text.charAt(i) == '\n';
            line += ends ? 1 : 0;
            column = ends ? 1 : column + 1;
        }
        return new Position(line, column);
    }
}
