package io.github.vaultrenderer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vaultrenderer.failure.FailureKind;
import io.github.vaultrenderer.test.KeyType;
import io.github.vaultrenderer.test.TestCertificates;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server says in place of a handshake, and what that means to us. */
class ConnectionFailureTest {

    private static final TestCertificates CERTIFICATES = TestCertificates.create("ca", KeyType.RSA);

    /** A fatal alert: RFC 8446, sections 5.1 and 6. */
    private static final String ALERT = "1503030002" + "02";

    /** A server's hello, for TLS 1.1, with a suite that was offered: RFC 4346, section 7.4.1.3. */
    private static final String OLD_HELLO = "160302002a" + "02000026" + "0302" + "00".repeat(32) + "00" + "c013" + "00";

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "28, handshake_failure,     CONFIGURATION, no TLS version or cipher suite in common, tls_cipher_suites",
        "46, protocol_version,      CONFIGURATION, no TLS version or cipher suite in common, tls_min_version",
        "47, insufficient_security, CONFIGURATION, no TLS version or cipher suite in common, tls_cipher_suites",
        "70, unrecognized_name,     CONFIGURATION, no server of the name,                    VAULT_TLS_SERVER_NAME",
        "2a, bad_certificate,       IDENTITY,      did not accept our certificate,           VAULT_CLIENT_CERT",
        "2e, certificate_unknown,   IDENTITY,      did not accept our certificate,           VAULT_CLIENT_CERT",
        "30, unknown_ca,            IDENTITY,      did not accept our certificate,           VAULT_CLIENT_CERT",
        "74, certificate_required,  IDENTITY,      did not accept our certificate,           VAULT_CLIENT_CERT",
        "50, internal_error,        UNAVAILABLE,   TLS failed,                               TLS listener",
        "00, close_notify,          UNAVAILABLE,   TLS failed,                               TLS listener",
    })
    void explainsAnAlert(String number, String alert, FailureKind kind, String message, String action)
            throws Exception {
        VaultHttpException failure = answered(HexFormat.of().parseHex(ALERT + number));

        assertThat(failure.kind()).as(failure.toString()).isEqualTo(kind);
        assertThat(failure).hasMessageContaining(message).hasMessageContaining(alert);
        assertThat(failure.action()).contains(action);
    }

    @Test
    void explainsAnOldVersion() throws Exception {
        VaultHttpException failure = answered(HexFormat.of().parseHex(OLD_HELLO));

        assertThat(failure.kind()).as(failure.toString()).isEqualTo(FailureKind.CONFIGURATION);
        assertThat(failure).hasMessageContaining("no TLS version or cipher suite in common");
    }

    @Test
    void explainsAServerWithoutTls() throws Exception {
        VaultHttpException failure = answered("HTTP/1.0 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

        assertThat(failure.kind()).as(failure.toString()).isEqualTo(FailureKind.CONFIGURATION);
        assertThat(failure).hasMessageContaining("does not speak TLS");
        assertThat(failure.action()).contains("http://");
    }

    @Test
    void takesAHangUpForAServerThatStartsOrStops() throws Exception {
        VaultHttpException failure = answered(new byte[0]);

        assertThat(failure.kind()).as(failure.toString()).isEqualTo(FailureKind.UNAVAILABLE);
    }

    /** What comes of a request to a server that reads each hello, answers these bytes, and hangs up. */
    private static VaultHttpException answered(byte[] answer) throws IOException {
        try (BareServer server = BareServer.start(connection -> answer(connection, answer))) {
            VaultHttp vault = new JdkVaultHttp(
                    VaultEndpoint.of("https://localhost:" + server.port()).trusting(CERTIFICATES.caFile()));
            return catchThrowableOfType(
                    VaultHttpException.class,
                    () -> vault.send(
                            VaultRequest.get("secret/app"),
                            Deadline.in(Duration.ofSeconds(30), InstantSource.system())));
        }
    }

    private static void answer(Socket connection, byte[] answer) throws IOException {
        BareServer.tlsRecord(connection);
        connection.getOutputStream().write(answer);
        connection.shutdownOutput();
        connection.getInputStream().transferTo(OutputStream.nullOutputStream());
    }
}
