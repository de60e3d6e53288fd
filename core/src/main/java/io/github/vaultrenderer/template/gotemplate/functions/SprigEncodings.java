package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import java.util.Base64;
import java.util.zip.Adler32;
import org.jspecify.annotations.Nullable;

/** sprig's functions that encode texts and compute their sums. */
final class SprigEncodings {

    private SprigEncodings() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "sprig_b64enc" ->
                PureFunction.exactly(name, 1, a -> Base64.getEncoder().encodeToString(GoText.bytes(a.text(0))));
            case "sprig_b64dec" ->
                PureFunction.exactly(name, 1, a -> GoBase64.decode(a.text(0)).textOrProblem());
            case "sprig_b32enc" -> PureFunction.exactly(name, 1, a -> GoBase32.encode(a.text(0)));
            case "sprig_b32dec" ->
                PureFunction.exactly(name, 1, a -> GoBase32.decode(a.text(0)).textOrProblem());
            case "sprig_sha1sum" -> PureFunction.exactly(name, 1, a -> EncodingFunctions.digest("SHA-1", a.text(0)));
            case "sprig_sha256sum" ->
                PureFunction.exactly(name, 1, a -> EncodingFunctions.digest("SHA-256", a.text(0)));
            case "sprig_sha512sum" ->
                PureFunction.exactly(name, 1, a -> EncodingFunctions.digest("SHA-512", a.text(0)));
            case "sprig_adler32sum" -> PureFunction.exactly(name, 1, a -> adler32(a.text(0)));
            default -> null;
        };
    }

    private static String adler32(String text) {
        Adler32 sum = new Adler32();
        sum.update(GoText.bytes(text));
        return Long.toString(sum.getValue());
    }
}
