package io.github.vaultrenderer.http;

import io.github.vaultrenderer.failure.ConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The certificate authorities that a {@link Trust} names.
 *
 * @param trustManager checks a chain against them
 * @param origin where they come from, for messages
 * @param rsa whether they are known to have RSA keys only, so that a server of theirs most likely has one too
 */
record CertificateAuthorities(X509ExtendedTrustManager trustManager, String origin, boolean rsa) {

    static CertificateAuthorities of(Trust trust) {
        if (trust.caPem() != null) {
            return of(parse(trust.caPem().getBytes(StandardCharsets.UTF_8), "VAULT_CAPEM"), "the given PEM text");
        }
        if (trust.caFile() != null) {
            return of(
                    parse(bytes(trust.caFile()), trust.caFile().toString()),
                    trust.caFile().toString());
        }
        if (trust.caFolder() != null) {
            return of(parseFolder(trust.caFolder()), trust.caFolder().toString());
        }
        return new CertificateAuthorities(trustManager(null), "the Java runtime's own certificate authorities", false);
    }

    private static CertificateAuthorities of(Collection<? extends Certificate> certificates, String origin) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            boolean rsa = true;
            for (Certificate certificate : certificates) {
                store.setCertificateEntry("ca" + number++, certificate);
                rsa &= certificate.getPublicKey().getAlgorithm().equals("RSA");
            }
            return new CertificateAuthorities(trustManager(store), origin, rsa);
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException("this Java runtime cannot hold certificates", failure);
        }
    }

    private static X509ExtendedTrustManager trustManager(@Nullable KeyStore store) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509ExtendedTrustManager found) {
                    return found;
                }
            }
            throw new IllegalStateException("this Java runtime has no X.509 trust manager");
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("this Java runtime cannot check certificates", failure);
        }
    }

    private static List<Certificate> parseFolder(Path folder) {
        List<Certificate> certificates = new ArrayList<>();
        // With what is below it, as Go's clients read it, which go into no folder through a link either: in a
        // ConfigMap's
        // folder, "..data" is one.
        try (Stream<Path> files = Files.walk(folder.toRealPath())) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                certificates.addAll(parse(bytes(file), file.toString()));
            }
        } catch (IOException unreadable) {
            throw unreadable(folder, unreadable);
        }
        if (certificates.isEmpty()) {
            throw noCertificate(folder.toString());
        }
        return certificates;
    }

    private static Collection<? extends Certificate> parse(byte[] pem, String origin) {
        try {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem));
            if (!certificates.isEmpty()) {
                return certificates;
            }
        } catch (CertificateException notPem) {
            // Told below: the parser's own words do not help to find the file's fault.
        }
        throw noCertificate(origin);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    private static ConfigurationException noCertificate(String origin) {
        return new ConfigurationException(
                "no certificate in PEM form in " + origin,
                "Put the certificate authority of Vault's server certificate there: -----BEGIN CERTIFICATE----- …");
    }

    private static ConfigurationException unreadable(Path path, IOException failure) {
        return new ConfigurationException(
                "cannot read the certificate authorities in " + path + ": "
                        + failure.getClass().getSimpleName(),
                "Mount the certificate authority of Vault's server there, or correct VAULT_CACERT / VAULT_CAPATH.");
    }
}
