package io.github.vaultrenderer.test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.jspecify.annotations.Nullable;

/** A certificate authority and a server certificate of it, good for a day, with their PEM files. */
public final class TestCertificates {

    private static final Duration VALID = Duration.ofDays(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String name;
    private final KeyPair caKey;
    private final X509Certificate ca;
    private final List<String> hosts;
    private final KeyPair serverKey;
    private final X509Certificate server;
    private final Path folder;

    private TestCertificates(String name, KeyPair caKey, X509Certificate ca, KeyType serverKeys, List<String> hosts) {
        this.name = name;
        this.caKey = caKey;
        this.ca = ca;
        this.hosts = hosts;
        this.serverKey = Certificates.keyPair(serverKeys);
        this.server = certificate("CN=" + hosts.get(0), serverKey, "CN=" + name, caKey, hosts);
        this.folder = write();
    }

    /**
     * A new certificate authority, and a certificate for {@code localhost} and {@code 127.0.0.1}, with keys of an elliptic
     * curve.
     *
     * @param name the common name of the authority
     */
    public static TestCertificates create(String name) {
        return create(name, KeyType.EC);
    }

    /**
     * The same with other keys.
     *
     * @param name the common name of the authority
     * @param keys of what the authority's key and the server's are
     */
    public static TestCertificates create(String name, KeyType keys) {
        KeyPair key = Certificates.keyPair(keys);
        X509Certificate ca = certificate("CN=" + name, key, "CN=" + name, key, List.of());
        return new TestCertificates(name, key, ca, keys, List.of("localhost", "127.0.0.1"));
    }

    /** Another certificate of the same authority; the first host is its common name. IP addresses may be among them. */
    public TestCertificates forHosts(String... hosts) {
        return new TestCertificates(name, caKey, ca, serverKeyType(), List.of(hosts));
    }

    /** Another certificate of the same authority for the same hosts, whose key is of another kind than the authority's. */
    public TestCertificates withServerKey(KeyType type) {
        return new TestCertificates(name, caKey, ca, type, hosts);
    }

    private KeyType serverKeyType() {
        return KeyType.valueOf(serverKey.getPrivate().getAlgorithm());
    }

    /** The authority's certificate. */
    public Path caFile() {
        return folder.resolve("ca.pem");
    }

    /** The server's certificate; a client can show it as well. */
    public Path serverCertificateFile() {
        return folder.resolve("server.pem");
    }

    /** The server's private key, PKCS#8. */
    public Path serverKeyFile() {
        return folder.resolve("server-key.pem");
    }

    /**
     * What a server with this certificate needs.
     *
     * @param clients whose clients it lets in; {@code null} for anybody
     */
    public SSLContext serverContext(@Nullable TestCertificates clients) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    keyManagers(),
                    clients == null ? new TrustManager[] {new AnyClient()} : trustManagers(clients.caFile()),
                    null);
            return context;
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException("cannot make a TLS server of the certificate", failure);
        }
    }

    /**
     * What a client needs that trusts the authorities in a PEM file.
     *
     * @param own what it shows the server; {@code null} for nothing
     */
    static SSLContext clientContext(Path caFile, @Nullable TestCertificates own) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own == null ? null : own.keyManagers(), trustManagers(caFile), null);
            return context;
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException("cannot trust the certificate authority in " + caFile, failure);
        }
    }

    private KeyManager[] keyManagers() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", serverKey.getPrivate(), new char[0], new X509Certificate[] {server});
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        return keys.getKeyManagers();
    }

    private static TrustManager[] trustManagers(Path caFile) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry(
                "ca",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(caFile))));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        return trust.getTrustManagers();
    }

    private static X509Certificate certificate(
            String subject, KeyPair key, String issuer, KeyPair issuerKey, List<String> hosts) {
        Instant now = Instant.now();
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name(issuer),
                new BigInteger(64, RANDOM),
                Date.from(now.minus(VALID)),
                Date.from(now.plus(VALID)),
                new X500Name(subject),
                key.getPublic());
        return Certificates.signed(builder, issuerKey, new BasicConstraints(hosts.isEmpty()), hosts);
    }

    private Path write() {
        try {
            Path target = Files.createTempDirectory("test-certificates");
            Files.writeString(target.resolve("ca.pem"), Certificates.pem(ca));
            Files.writeString(target.resolve("server.pem"), Certificates.pem(server));
            Files.writeString(
                    target.resolve("server-key.pem"),
                    Certificates.pem(new JcaPKCS8Generator(serverKey.getPrivate(), null)));
            // Deleted in the reverse order: the folder last.
            target.toFile().deleteOnExit();
            for (String file : List.of("ca.pem", "server.pem", "server-key.pem")) {
                target.resolve(file).toFile().deleteOnExit();
            }
            return target;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write the certificates", failure);
        }
    }
}
