package io.github.vaultrenderer.template.gotemplate.functions;

/**
 * Base32 as Go writes and reads it, which says where it went wrong.
 *
 * @see <a href="https://pkg.go.dev/encoding/base32">Go package encoding/base32</a>
 */
final class GoBase32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int GROUP = 8;
    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;

    private GoBase32() {}

    static String encode(String text) {
        StringBuilder out = new StringBuilder();
        long bits = 0;
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            bits = ((bits << Byte.SIZE) | text.charAt(i)) & 0xFFFF;
            count += Byte.SIZE;
            while (count >= BITS) {
                count -= BITS;
                out.append(ALPHABET.charAt((int) ((bits >> count) & MASK)));
            }
        }
        if (count > 0) {
            out.append(ALPHABET.charAt((int) ((bits << (BITS - count)) & MASK)));
        }
        while (out.length() % GROUP != 0) {
            out.append('=');
        }
        return out.toString();
    }

    static Decoded decode(String text) {
        String data = text.replace("\r", "").replace("\n", "");
        StringBuilder out = new StringBuilder();
        long bits = 0;
        int count = 0;
        for (int i = 0; i < data.length(); i++) {
            int rest = data.length() - i - 1;
            if (data.charAt(i) == '=' && count >= 2 && rest < GROUP) {
                int problem = padding(data, i, count);
                if (problem >= 0) {
                    return Decoded.corrupt(32, problem);
                }
                append(out, bits << (BITS * (GROUP - count)), count * BITS / Byte.SIZE);
                return Decoded.of(out);
            }
            int value = ALPHABET.indexOf(data.charAt(i));
            if (value < 0) {
                return Decoded.corrupt(32, i);
            }
            bits = (bits << BITS) | value;
            count++;
            if (count == GROUP) {
                append(out, bits, BITS);
                bits = 0;
                count = 0;
            }
        }
        return count == 0 ? Decoded.of(out) : Decoded.corrupt(32, data.length() - count);
    }

    /** Where the padding that begins there, behind so many characters of a group, is wrong; -1 when it is right. */
    private static int padding(String data, int at, int count) {
        int wanted = GROUP - 1 - count;
        int rest = data.length() - at - 1;
        if (rest < wanted) {
            return data.length();
        }
        for (int i = 0; i < wanted; i++) {
            if (data.charAt(at + 1 + i) != '=') {
                return at + i;
            }
        }
        // Of so many characters no byte is the last.
        return count == 3 || count == 6 ? at : -1;
    }

    private static void append(StringBuilder out, long bits, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.append((char) ((bits >> ((BITS - 1 - i) * Byte.SIZE)) & 0xFF));
        }
    }
}
