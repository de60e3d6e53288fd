package io.github.vaultrenderer.template.gotemplate.parse;

import java.nio.charset.StandardCharsets;

/**
 * Go's strings. A Go string is a sequence of bytes, mostly UTF-8: length, slices and positions count bytes, and any bytes
 * are allowed. Inside the engine a Go string is a Java string with one character, from 0 to 255, for each byte. Texts are
 * turned at the engine's borders only: the template, secrets and the environment on the way in, the output on the way out.
 */
public final class GoText {

    private static final char ASCII = 0x80;

    private GoText() {}

    /** A Java text as a Go string; the same object when it is ASCII. */
    public static String encode(String text) {
        return isAscii(text) ? text : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** A Go string as a Java text; bytes that are not UTF-8 become U+FFFD, as they do in Go's range loop. */
    public static String decode(String bytes) {
        return isAscii(bytes) ? bytes : new String(bytes(bytes), StandardCharsets.UTF_8);
    }

    /** The bytes of a Go string. */
    public static byte[] bytes(String bytes) {
        return bytes.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether a text is the same as a Java text and as a Go string. */
    public static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= ASCII) {
                return false;
            }
        }
        return true;
    }
}
