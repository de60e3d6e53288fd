package io.github.vaultrenderer.http;

import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.Key;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leaves X25519 alone of what keys are exchanged with. The JDK sends a key of P-256 beside it otherwise, for a server that
 * has no X25519, and computes a table for that curve, which takes more time than the rest of the handshake. A server with an
 * RSA certificate has no other use for it. One with a certificate of an elliptic curve refuses such a hello, as the JDK
 * permits no signature of a curve that it may not exchange keys with.
 */
final class OneKeyShare implements AlgorithmConstraints {

    /** Whether a server of these authorities most likely takes it. A client's own key may be of a curve. */
    static boolean suits(Trust trust, CertificateAuthorities authorities) {
        return authorities.rsa() && trust.client() == null;
    }

    @Override
    public boolean permits(Set<CryptoPrimitive> uses, String algorithm, @Nullable AlgorithmParameters parameters) {
        return !uses.contains(CryptoPrimitive.KEY_AGREEMENT) || !isOther(algorithm);
    }

    /** Another group, or a suite whose keys are exchanged by the certificate itself, which nobody is to fall back to. */
    private static boolean isOther(String algorithm) {
        return algorithm.startsWith("secp")
                || algorithm.startsWith("ffdhe")
                || algorithm.equals("x448")
                || algorithm.startsWith("TLS_RSA_");
    }

    @Override
    public boolean permits(Set<CryptoPrimitive> uses, Key key) {
        return true;
    }

    @Override
    public boolean permits(
            Set<CryptoPrimitive> uses, String algorithm, Key key, @Nullable AlgorithmParameters parameters) {
        return true;
    }
}
