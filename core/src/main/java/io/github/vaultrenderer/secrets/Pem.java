package io.github.vaultrenderer.secrets;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block of PEM. Prints as its type.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468</a>
 */
final class Pem {

    private static final int LINE = 64;
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

    private final String type;
    private final byte[] der;

    private Pem(String type, byte[] der) {
        this.type = type;
        this.der = der;
    }

    /** The blocks in a text, whatever stands between them; broken ones are passed over. */
    static List<Pem> all(String text) {
        List<Pem> blocks = new ArrayList<>();
        int begin = text.indexOf(BEGIN);
        while (begin >= 0) {
            int typeEnd = text.indexOf(DASHES, begin + BEGIN.length());
            int end = typeEnd < 0 ? -1 : text.indexOf(END, typeEnd);
            if (end < 0) {
                break;
            }
            String type = text.substring(begin + BEGIN.length(), typeEnd);
            Pem block = parse(type, text.substring(typeEnd + DASHES.length(), end));
            if (block != null && text.startsWith(type + DASHES, end + END.length())) {
                blocks.add(block);
            }
            begin = text.indexOf(BEGIN, end);
        }
        return blocks;
    }

    private static @Nullable Pem parse(String type, String body) {
        try {
            return new Pem(type, Base64.getMimeDecoder().decode(body.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IllegalArgumentException broken) {
            // Its message would quote the block.
            return null;
        }
    }

    boolean isKey() {
        return type.endsWith("PRIVATE KEY");
    }

    boolean isCertificate() {
        return type.equals("CERTIFICATE");
    }

    byte[] der() {
        return der.clone();
    }

    /** The block in its usual form: lines of 64 characters, and a line break at its end. */
    String text() {
        String data = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der);
        return BEGIN + type + DASHES + "\n" + data + "\n" + END + type + DASHES + "\n";
    }

    @Override
    public String toString() {
        return "Pem[" + type + "]";
    }
}
