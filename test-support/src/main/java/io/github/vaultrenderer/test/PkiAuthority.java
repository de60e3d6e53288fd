package io.github.vaultrenderer.test;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** The root certificate authority of an embedded PKI engine. */
final class PkiAuthority {

    /** How much earlier than now Vault lets a certificate be valid: clocks differ. */
    private static final Duration BACKDATE = Duration.ofSeconds(30);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SERIAL_BITS = 158;

    private final String name;
    private final KeyPair keys;
    private final X509Certificate certificate;

    private PkiAuthority(String name, KeyPair keys, X509Certificate certificate) {
        this.name = name;
        this.keys = keys;
        this.certificate = certificate;
    }

    /**
     * A certificate with its key.
     *
     * @param certificate in PEM
     * @param key in PEM, in the form that its kind had first, as Vault gives it
     * @param serialNumber bytes in hex, with colons
     */
    record Issued(String certificate, String key, String serialNumber) {}

    static PkiAuthority create(String name, Instant now, Duration life) {
        KeyPair keys = Certificates.keyPair(KeyType.EC);
        X509v3CertificateBuilder builder = builder(name, name, keys, now, now.plus(life));
        return new PkiAuthority(name, keys, Certificates.signed(builder, keys, new BasicConstraints(true), List.of()));
    }

    /** A certificate for those hosts and addresses, of which the first is its common name. */
    Issued issue(List<String> names, String keyType, Instant now, Instant end) {
        KeyPair made = Certificates.keyPair(keyType.equals("rsa") ? KeyType.RSA : KeyType.EC);
        X509v3CertificateBuilder builder = builder(names.get(0), name, made, now, end);
        X509Certificate issued = Certificates.signed(builder, keys, null, names);
        return new Issued(
                pem(issued),
                key(made),
                HexFormat.ofDelimiter(":").formatHex(issued.getSerialNumber().toByteArray()));
    }

    /** The key in the form that Vault has it in: with its public part, which Java leaves out for elliptic curves. */
    private static String key(KeyPair keys) {
        if (!(keys.getPrivate() instanceof ECPrivateKey curve)) {
            return pem(keys.getPrivate());
        }
        SubjectPublicKeyInfo point =
                SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
        try {
            return pem(new PemObject(
                    "EC PRIVATE KEY",
                    new org.bouncycastle.asn1.sec.ECPrivateKey(
                                    KeyType.EC.bits(),
                                    curve.getS(),
                                    point.getPublicKeyData(),
                                    point.getAlgorithm().getParameters())
                            .getEncoded()));
        } catch (IOException impossible) {
            throw new IllegalStateException("a key in memory cannot fail to be encoded", impossible);
        }
    }

    /** Its own certificate in PEM. */
    String certificate() {
        return pem(certificate);
    }

    private static X509v3CertificateBuilder builder(
            String subject, String issuer, KeyPair keys, Instant now, Instant end) {
        return new JcaX509v3CertificateBuilder(
                new X500Name("CN=" + issuer),
                new BigInteger(SERIAL_BITS, RANDOM),
                Date.from(now.minus(BACKDATE)),
                Date.from(end),
                new X500Name("CN=" + subject),
                keys.getPublic());
    }

    /** Vault ends it without a line break. */
    private static String pem(Object object) {
        return Certificates.pem(object).strip();
    }
}
