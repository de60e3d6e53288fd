package io.github.vaultrenderer.template.gotemplate.functions;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Message authentication codes. */
final class Hmac {

    private static final String SHA256 = "HmacSHA256";

    private Hmac() {}

    static Mac sha256(byte[] key) {
        try {
            Mac mac = Mac.getInstance(SHA256);
            // A key is padded with zeros; Java wants one byte at least.
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, SHA256));
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has " + SHA256, missing);
        }
    }
}
