package io.github.vaultrenderer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vaultrenderer.failure.ConfigurationException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.X509KeyManager;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientKeysTest {

    private Path certificate;
    private Path key;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        certificate = folder.resolve("client.pem");
        key = folder.resolve("client-key.pem");
    }

    @ParameterizedTest
    @CsvSource({
        "RSA,     SHA256withRSA,   2048, true,  BEGIN PRIVATE KEY",
        "RSA,     SHA256withRSA,   2048, false, BEGIN RSA PRIVATE KEY",
        "EC,      SHA256withECDSA, 256,  true,  BEGIN PRIVATE KEY",
        "EC,      SHA256withECDSA, 256,  false, BEGIN EC PRIVATE KEY",
        "EC,      SHA384withECDSA, 384,  false, BEGIN EC PRIVATE KEY",
        "Ed25519, Ed25519,         255,  true,  BEGIN PRIVATE KEY",
    })
    void readsEveryFormOfAKey(String algorithm, String signature, int size, boolean pkcs8, String label)
            throws Exception {
        KeyPair pair = pair(algorithm, size);
        Files.writeString(certificate, pem(certificate(pair, signature)));
        Files.writeString(key, pem(pkcs8 ? new JcaPKCS8Generator(pair.getPrivate(), null) : older(pair)));
        assertThat(key).content().contains(label);

        assertThat(privateKey(new ClientCertificate(certificate, key))).isEqualTo(pair.getPrivate());
    }

    @Test
    void readsCertificateAndKeyFromOneFile() throws Exception {
        KeyPair pair = pair("EC", 256);
        Files.writeString(
                certificate,
                "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n" + pem(older(pair))
                        + pem(certificate(pair, "SHA256withECDSA")));

        assertThat(privateKey(new ClientCertificate(certificate, certificate))).isEqualTo(pair.getPrivate());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    -----BEGIN CERTIFICATE-----                                                            | there is no private key in PEM form
                    -----BEGIN PRIVATE KEY-----                                                            | there is no private key in PEM form
                    -----BEGIN PRIVATE KEY-----AAAA-----END PRIVATE KEY-----                               | malformed
                    -----BEGIN RSA PRIVATE KEY-----AAAA-----END RSA PRIVATE KEY-----                       | malformed
                    -----BEGIN EC PRIVATE KEY-----!!!!-----END EC PRIVATE KEY-----                         | malformed
                    -----BEGIN SECRET PRIVATE KEY-----AAAA-----END SECRET PRIVATE KEY-----                 | malformed
                    -----BEGIN ENCRYPTED PRIVATE KEY-----AAAA-----END ENCRYPTED PRIVATE KEY-----           | its private key is encrypted
                    -----BEGIN RSA PRIVATE KEY-----Proc-Type: 4,ENCRYPTED AA-----END RSA PRIVATE KEY-----  | its private key is encrypted
                    """)
    void saysWhatIsWrongWithAKey(String text, String reason) throws Exception {
        Files.writeString(certificate, pem(certificate(pair("EC", 256), "SHA256withECDSA")));
        Files.writeString(key, text);

        assertThatThrownBy(() -> ClientKeys.of(new ClientCertificate(certificate, key)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(key.toString())
                .hasMessageContaining(reason);
    }

    @Test
    void saysWhichFileIsMissingOrNone() throws IOException {
        assertThatThrownBy(() -> ClientKeys.of(new ClientCertificate(certificate, key)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot read the client certificate in " + certificate);

        Files.writeString(certificate, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        assertThatThrownBy(() -> ClientKeys.of(new ClientCertificate(certificate, key)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no client certificate in PEM form in " + certificate);
    }

    private static Object privateKey(ClientCertificate client) {
        X509KeyManager manager = (X509KeyManager) ClientKeys.of(client)[0];
        return manager.getPrivateKey("client");
    }

    private static KeyPair pair(String algorithm, int size) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        return generator.generateKeyPair();
    }

    private static Object certificate(KeyPair pair, String signature) throws OperatorCreationException {
        Instant now = Instant.now();
        X500Name name = new X500Name("CN=client");
        return new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(now),
                        Date.from(now.plus(Duration.ofHours(1))),
                        name,
                        pair.getPublic())
                .build(new JcaContentSignerBuilder(signature).build(pair.getPrivate()));
    }

    /** With the curve's name in it, as every tool writes it; the JDK leaves that to what is around the key. */
    private static Object older(KeyPair pair) {
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded());
        if (!(pair.getPrivate() instanceof ECPrivateKey ec)) {
            return pair.getPrivate();
        }
        int bits = ec.getParams().getOrder().bitLength();
        try {
            return new PemObject(
                    "EC PRIVATE KEY",
                    new org.bouncycastle.asn1.sec.ECPrivateKey(
                                    bits,
                                    ec.getS(),
                                    info.getPrivateKeyAlgorithm().getParameters())
                            .getEncoded());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String pem(Object object) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString();
    }
}
