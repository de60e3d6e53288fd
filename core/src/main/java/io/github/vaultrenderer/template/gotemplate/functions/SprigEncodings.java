package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import java.util.Base64;
import java.util.Map;
import java.util.zip.Adler32;

/** sprig's functions that encode texts and compute their sums. */
final class SprigEncodings {

    private SprigEncodings() {}

    static Map<String, Function> functions() {
        return Map.ofEntries(
                PureFunction.entry("sprig_b64enc", 1, a -> Base64.getEncoder().encodeToString(GoText.bytes(a.text(0)))),
                PureFunction.entry(
                        "sprig_b64dec", 1, a -> GoBase64.decode(a.text(0)).textOrProblem()),
                PureFunction.entry("sprig_b32enc", 1, a -> GoBase32.encode(a.text(0))),
                PureFunction.entry(
                        "sprig_b32dec", 1, a -> GoBase32.decode(a.text(0)).textOrProblem()),
                PureFunction.entry("sprig_sha1sum", 1, a -> EncodingFunctions.digest("SHA-1", a.text(0))),
                PureFunction.entry("sprig_sha256sum", 1, a -> EncodingFunctions.digest("SHA-256", a.text(0))),
                PureFunction.entry("sprig_sha512sum", 1, a -> EncodingFunctions.digest("SHA-512", a.text(0))),
                PureFunction.entry("sprig_adler32sum", 1, a -> adler32(a.text(0))));
    }

    private static String adler32(String text) {
        Adler32 sum = new Adler32();
        sum.update(GoText.bytes(text));
        return Long.toString(sum.getValue());
    }
}
