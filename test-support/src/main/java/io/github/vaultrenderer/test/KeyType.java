package io.github.vaultrenderer.test;

/** What keys of certificates are of. */
public enum KeyType {
    /** The elliptic curve P-256, as Vault's own {@code -dev-tls} makes them. */
    EC(256, "SHA256withECDSA"),

    /** RSA with 2048 bits, as cert-manager makes them where nothing else is said. */
    RSA(2048, "SHA256withRSA");

    private final int bits;
    private final String signature;

    KeyType(int bits, String signature) {
        this.bits = bits;
        this.signature = signature;
    }

    int bits() {
        return bits;
    }

    /** The JDK's name of how such a key signs. */
    String signature() {
        return signature;
    }
}
