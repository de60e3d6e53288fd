package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** consul-template's functions that encode texts and compute their digests. */
final class EncodingFunctions {

    private static final int BASE64_GROUP = 4;

    private EncodingFunctions() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "base64Encode" ->
                PureFunction.exactly(name, 1, a -> Base64.getEncoder().encodeToString(GoText.bytes(a.text(0))));
            case "base64URLEncode" ->
                PureFunction.exactly(name, 1, a -> Base64.getUrlEncoder().encodeToString(GoText.bytes(a.text(0))));
            case "base64Decode" -> PureFunction.exactly(name, 1, a -> decode(Base64.getDecoder(), a));
            case "base64URLDecode" -> PureFunction.exactly(name, 1, a -> decode(Base64.getUrlDecoder(), a));
            case "sha256Hex" -> PureFunction.exactly(name, 1, a -> digest("SHA-256", a.text(0)));
            case "md5sum" -> PureFunction.exactly(name, 1, a -> digest("MD5", a.text(0)));
            case "hmacSHA256Hex" -> PureFunction.exactly(name, 2, a -> hmac(a.text(0), a.text(1)));
            default -> null;
        };
    }

    private static String decode(Base64.Decoder decoder, Arguments arguments) throws FunctionException {
        String text = arguments.text(0).replace("\r", "").replace("\n", "");
        // Java would do without the padding.
        if (text.length() % BASE64_GROUP == 0) {
            try {
                return new String(decoder.decode(GoText.bytes(text)), StandardCharsets.ISO_8859_1);
            } catch (IllegalArgumentException malformed) {
                // Its message quotes the data.
            }
        }
        throw FunctionException.failed(arguments.function() + ": illegal base64 data");
    }

    static String digest(String algorithm, String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(GoText.bytes(text)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has " + algorithm, missing);
        }
    }

    private static String hmac(String message, String key) {
        return HexFormat.of().formatHex(Hmac.sha256(GoText.bytes(key)).doFinal(GoText.bytes(message)));
    }
}
