package io.github.vaultrenderer.secrets;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which private key is a certificate's. A private key's encoding has the public key in it: RSA's always, elliptic curves'
 * as Vault and OpenSSL write them; so it need not be decoded, in whichever of its forms it is.
 */
final class KeyMatch {

    private static final int BITS = 8;

    private KeyMatch() {}

    /**
     * The certificate's key.
     *
     * @param sole whether there is no other certificate that a key of an unknown kind could belong to
     * @return {@code null} when it is not there
     */
    static @Nullable Pem find(X509Certificate certificate, List<Pem> keys, boolean sole) {
        byte[] trace = trace(certificate.getPublicKey());
        if (trace.length == 0) {
            return sole && keys.size() == 1 ? keys.get(0) : null;
        }
        for (Pem key : keys) {
            if (contains(key.der(), trace)) {
                return key;
            }
        }
        return null;
    }

    /** What of a public key is in its private key's encoding; nothing for kinds that leave it out, such as Ed25519. */
    private static byte[] trace(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return rsa.getModulus().toByteArray();
        }
        if (key instanceof ECPublicKey curve) {
            int field = (curve.getParams().getCurve().getField().getFieldSize() + BITS - 1) / BITS;
            byte[] encoded = curve.getEncoded();
            return Arrays.copyOfRange(encoded, encoded.length - 2 * field, encoded.length);
        }
        return new byte[0];
    }

    private static boolean contains(byte[] all, byte[] part) {
        for (int i = 0; i + part.length <= all.length; i++) {
            if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }
}
