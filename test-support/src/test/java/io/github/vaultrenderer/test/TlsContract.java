package io.github.vaultrenderer.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javax.net.ssl.HttpsURLConnection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client of a Vault, whichever, sees of its TLS. */
abstract class TlsContract {

    abstract VaultBuilder<?> builder();

    @ParameterizedTest
    @EnumSource
    void takesNoCertificate(KeyType keys) throws IOException {
        TestCertificates certificates = TestCertificates.create("tls-ca", keys);
        try (VaultServer vault = builder().tls(certificates).start()) {
            HttpsURLConnection connection = connect(vault, certificates, null);

            // Not the first that the JDK offers.
            assertThat(connection.getCipherSuite()).isEqualTo("TLS_AES_128_GCM_SHA256");
            assertThat(connection.getResponseCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void asksForACertificateAndTakesAnyWhereItIsNotToldWhose(KeyType keys) throws IOException {
        TestCertificates certificates = TestCertificates.create("tls-ca", keys);
        TestCertificates stranger = TestCertificates.create("another-ca", KeyType.EC);
        try (VaultServer vault = builder().tls(certificates).start()) {
            HttpsURLConnection connection = connect(vault, certificates, stranger);

            // A client shows one only where it is asked.
            assertThat(connection.getLocalCertificates()).isNotNull();
            assertThat(connection.getResponseCode()).isEqualTo(200);
        }
    }

    private static HttpsURLConnection connect(
            VaultServer vault, TestCertificates certificates, @Nullable TestCertificates own) throws IOException {
        HttpsURLConnection connection = (HttpsURLConnection)
                vault.address().resolve("/v1/sys/health").toURL().openConnection();
        connection.setSSLSocketFactory(
                TestCertificates.clientContext(certificates.caFile(), own).getSocketFactory());
        connection.connect();
        return connection;
    }
}
