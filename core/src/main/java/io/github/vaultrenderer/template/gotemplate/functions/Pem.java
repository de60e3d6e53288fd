package io.github.vaultrenderer.template.gotemplate.functions;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A block of PEM. */
final class Pem {

    private static final int LINE = 64;
    private static final Pattern BLOCK = Pattern.compile(
            "(?s)-----BEGIN ([^-\\r\\n]*)-----[ \\t\\r]*\\n(?:[^\\n]*:[^\\n]*\\n)*(.*?)-----END ([^-\\r\\n]*)-----");

    private final String type;
    private final byte[] der;

    /** A block with that between its dashes, and that data. */
    Pem(String type, byte[] der) {
        this.type = type;
        this.der = der.clone();
    }

    /** The first block in a text. */
    static Pem parse(String text) throws FunctionException {
        Matcher matcher = BLOCK.matcher(text);
        if (matcher.find() && matcher.group(1).equals(matcher.group(3))) {
            try {
                String data = matcher.group(2).replaceAll("\\s", "");
                return new Pem(
                        matcher.group(1), Base64.getDecoder().decode(data.getBytes(StandardCharsets.ISO_8859_1)));
            } catch (IllegalArgumentException malformed) {
                // Its message quotes the data.
            }
        }
        throw FunctionException.failed("no PEM data in input");
    }

    String type() {
        return type;
    }

    byte[] der() {
        return der.clone();
    }

    /** The block as a text. */
    String text() {
        String data = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + type + "-----\n" + data + "\n-----END " + type + "-----\n";
    }
}
