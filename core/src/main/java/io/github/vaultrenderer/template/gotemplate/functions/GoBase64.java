package io.github.vaultrenderer.template.gotemplate.functions;

/**
 * Base64 as Go reads it, which says where it went wrong.
 *
 * @see <a href="https://pkg.go.dev/encoding/base64">Go package encoding/base64</a>
 */
final class GoBase64 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final int GROUP = 4;
    private static final int BITS = 6;

    private GoBase64() {}

    static Decoded decode(String text) {
        StringBuilder out = new StringBuilder();
        int bits = 0;
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = ALPHABET.indexOf(c);
            if (value >= 0) {
                bits = (bits << BITS) | value;
                count++;
                if (count == GROUP) {
                    append(out, bits, 3);
                    bits = 0;
                    count = 0;
                }
            } else if (c == '=') {
                int problem = padding(text, i, count);
                if (problem >= 0) {
                    return Decoded.corrupt(64, problem);
                }
                append(out, bits << (BITS * (GROUP - count)), count - 1);
                return Decoded.of(out);
            } else if (!isNewline(c)) {
                return Decoded.corrupt(64, i);
            }
        }
        return count == 0 ? Decoded.of(out) : Decoded.corrupt(64, text.length() - count);
    }

    /** Where the padding that begins there, behind so many characters of a group, is wrong; -1 when it is right. */
    private static int padding(String text, int at, int count) {
        if (count < 2) {
            return at;
        }
        int next = afterNewlines(text, at + 1);
        if (count == 2) {
            if (next == text.length()) {
                return next;
            }
            if (text.charAt(next) != '=') {
                return next - 1;
            }
            next = afterNewlines(text, next + 1);
        }
        return next < text.length() ? next : -1;
    }

    private static int afterNewlines(String text, int from) {
        int at = from;
        while (at < text.length() && isNewline(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isNewline(char c) {
        return c == '\n' || c == '\r';
    }

    private static void append(StringBuilder out, int bits, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.append((char) ((bits >> ((2 - i) * Byte.SIZE)) & 0xFF));
        }
    }
}
