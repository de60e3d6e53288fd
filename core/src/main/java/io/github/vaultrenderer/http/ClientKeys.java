package io.github.vaultrenderer.http;

import io.github.vaultrenderer.failure.ConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.springframework.vault.VaultException;
import org.springframework.vault.support.CertificateBundle;

/** Reads a {@link ClientCertificate} for the JDK's TLS. Loaded only where there is one. */
final class ClientKeys {

    private static final String BEGIN = "-----BEGIN ";
    private static final String PRIVATE_KEY = "PRIVATE KEY-----";

    private ClientKeys() {}

    static KeyManager[] of(ClientCertificate client) {
        Certificate[] chain = chain(client.certificate());
        PrivateKey key = key(client.key(), chain[0].getPublicKey().getAlgorithm());
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("client", key, new char[0], chain);
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, new char[0]);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException("this Java runtime cannot hold a client certificate", failure);
        }
    }

    private static Certificate[] chain(Path file) {
        try {
            String text = text(file, "certificate", "VAULT_CLIENT_CERT");
            // The key may stand in the same file; the factory would stumble over it.
            String certificates = certificates(text);
            Collection<? extends Certificate> chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(certificates.getBytes(StandardCharsets.US_ASCII)));
            if (!chain.isEmpty()) {
                return chain.toArray(new Certificate[0]);
            }
        } catch (CertificateException notPem) {
            // Told below: the parser's own words do not help to find the file's fault.
        }
        throw new ConfigurationException(
                "no client certificate in PEM form in " + file,
                "Put our certificate there, with what is between it and its authority: -----BEGIN CERTIFICATE----- …");
    }

    private static String certificates(String text) {
        String end = "-----END CERTIFICATE-----";
        StringBuilder certificates = new StringBuilder();
        int from = text.indexOf(BEGIN + "CERTIFICATE-----");
        while (from >= 0) {
            int to = text.indexOf(end, from);
            if (to < 0) {
                break;
            }
            certificates.append(text, from, to + end.length()).append('\n');
            from = text.indexOf(BEGIN + "CERTIFICATE-----", to);
        }
        return certificates.toString();
    }

    private static PrivateKey key(Path file, String algorithm) {
        String text = text(file, "key", "VAULT_CLIENT_KEY");
        int label = text.indexOf(PRIVATE_KEY);
        int begin = text.lastIndexOf(BEGIN, Math.max(label, 0));
        int end = text.indexOf("-----END ", Math.max(label, 0));
        if (label < 0 || begin < 0 || end < 0) {
            throw unusable(file, "there is no private key in PEM form");
        }
        String kind = text.substring(begin + BEGIN.length(), label).strip();
        String body = text.substring(label + PRIVATE_KEY.length(), end);
        if (kind.equals("ENCRYPTED") || body.contains("ENCRYPTED")) {
            throw unusable(file, "its private key is encrypted");
        }
        try {
            return kind.isEmpty()
                    ? KeyFactory.getInstance(algorithm)
                            .generatePrivate(new PKCS8EncodedKeySpec(
                                    Base64.getMimeDecoder().decode(body)))
                    : older(kind, text.substring(begin, end) + "-----END " + kind + " " + PRIVATE_KEY);
        } catch (GeneralSecurityException
                | IllegalArgumentException
                | IllegalStateException
                | VaultException malformed) {
            throw unusable(file, "its private key is malformed, or not that of a certificate for " + algorithm);
        }
    }

    /**
     * The forms before PKCS#8, as Vault's PKI issues them: {@code RSA PRIVATE KEY} and {@code EC PRIVATE KEY}. The bundle
     * wants all its parts, and is asked for the key alone.
     */
    private static PrivateKey older(String kind, String pem) throws GeneralSecurityException {
        return KeyFactory.getInstance(kind)
                .generatePrivate(CertificateBundle.of("-", "-", "-", pem, kind).getPrivateKeySpec());
    }

    private static String text(Path file, String what, String variable) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new ConfigurationException(
                    "cannot read the client " + what + " in " + file + " ("
                            + unreadable.getClass().getSimpleName() + ")",
                    "Mount it there where the container's user can read it, or correct " + variable + ".");
        }
    }

    private static ConfigurationException unusable(Path file, String reason) {
        return new ConfigurationException(
                "the client key in " + file + " cannot be used: " + reason,
                "Put the private key of the client certificate there, not encrypted: -----BEGIN PRIVATE KEY----- …");
    }
}
