package io.github.vaultrenderer.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509KeyManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client of a Vault, whichever, sees of its TLS. */
abstract class TlsContract {

    abstract VaultBuilder<?> builder();

    @ParameterizedTest
    @EnumSource
    void asksForACertificateAndTakesNone(KeyType keys) throws GeneralSecurityException, IOException {
        TestCertificates certificates = TestCertificates.create("tls-ca", keys);
        NoCertificate client = new NoCertificate();
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {client}, TestCertificates.trustManagers(certificates.caFile()), null);
        try (VaultServer vault = builder().tls(certificates).start();
                SSLSocket socket = (SSLSocket) context.getSocketFactory()
                        .createSocket("127.0.0.1", vault.address().getPort())) {
            socket.startHandshake();

            assertThat(client.asked).isTrue();
            // Not the first that the JDK offers.
            assertThat(socket.getSession().getCipherSuite()).isEqualTo("TLS_AES_128_GCM_SHA256");
        }
    }

    @Test
    void takesAnyCertificateWhereItIsNotToldWhose() throws IOException {
        TestCertificates certificates = TestCertificates.create("tls-ca", KeyType.EC);
        TestCertificates stranger = TestCertificates.create("another-ca", KeyType.EC);
        try (VaultServer vault = builder().tls(certificates).start()) {
            HttpsURLConnection connection = (HttpsURLConnection)
                    vault.address().resolve("/v1/sys/health").toURL().openConnection();
            connection.setSSLSocketFactory(TestCertificates.clientContext(certificates.caFile(), stranger)
                    .getSocketFactory());

            assertThat(connection.getResponseCode()).isEqualTo(200);
        }
    }

    /** Has none to show, and remembers whether it was asked. */
    private static final class NoCertificate implements X509KeyManager {

        private volatile boolean asked;

        @Override
        public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            asked = true;
            return null;
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return null;
        }

        @Override
        public String[] getServerAliases(String type, Principal[] issuers) {
            return null;
        }

        @Override
        public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            return null;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return null;
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return null;
        }
    }
}
