package io.github.vaultrenderer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.github.vaultrenderer.test.KeyType;
import io.github.vaultrenderer.test.TestCertificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.Key;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which keys the hello carries that a server gets. */
class OneKeyShareTest {

    private static final int KEY_SHARE = 51;
    private static final int P256 = 0x17;
    private static final int X25519 = 0x1D;

    private static final TestCertificates RSA = TestCertificates.create("rsa-ca", KeyType.RSA);
    private static final TestCertificates CURVE = TestCertificates.create("curve-ca", KeyType.EC);
    private static final ClientCertificate OWN =
            new ClientCertificate(CURVE.serverCertificateFile(), CURVE.serverKeyFile());

    static Stream<Arguments> hellos() {
        return Stream.of(
                arguments("RSA authority", Trust.SYSTEM.withCaFile(RSA.caFile()), List.of(X25519)),
                arguments("authority of a curve", Trust.SYSTEM.withCaFile(CURVE.caFile()), List.of(X25519, P256)),
                arguments(
                        "own certificate",
                        Trust.SYSTEM.withCaFile(RSA.caFile()).withClient(OWN),
                        List.of(X25519, P256)),
                arguments(
                        "no verification",
                        Trust.SYSTEM.withCaFile(RSA.caFile()).withoutVerification(),
                        List.of(X25519, P256)),
                arguments("the runtime's authorities", Trust.SYSTEM, List.of(X25519, P256)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hellos")
    void dependsOnTheAuthorities(String name, Trust trust, List<Integer> keys) throws Exception {
        assertThat(keysOfHello(TlsSockets.of(trust))).isEqualTo(keys);
    }

    @Test
    void isGivenUpForAServerThatWantsMore() throws Exception {
        TlsSockets sockets = TlsSockets.of(Trust.SYSTEM.withCaFile(RSA.caFile()));

        assertThat(sockets.offerAllKeys()).isTrue();

        assertThat(keysOfHello(sockets)).containsExactly(X25519, P256);
    }

    @Test
    void isGivenUpForAServerThatHasNoX25519() throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(RSA.serverContext(null)) {
            @Override
            public void configure(HttpsParameters connection) {
                SSLParameters parameters = getSSLContext().getDefaultSSLParameters();
                parameters.setAlgorithmConstraints(new NoX25519());
                connection.setSSLParameters(parameters);
            }
        });
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write(new byte[] {'{', '}'});
            exchange.close();
        });
        server.start();
        try {
            VaultHttp vault = new JdkVaultHttp(
                    VaultEndpoint.of("https://localhost:" + server.getAddress().getPort())
                            .trusting(RSA.caFile()));

            assertThat(vault.send(
                                    VaultRequest.get("secret/app"),
                                    Deadline.in(Duration.ofSeconds(30), InstantSource.system()))
                            .status())
                    .isEqualTo(200);
        } finally {
            server.stop(0);
        }
    }

    /** As a server that is confined to the curves of FIPS 140-2. */
    private static final class NoX25519 implements AlgorithmConstraints {
        @Override
        public boolean permits(Set<CryptoPrimitive> uses, String algorithm, @Nullable AlgorithmParameters parameters) {
            return !algorithm.equalsIgnoreCase("x25519");
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

    private static List<Integer> keysOfHello(TlsSockets sockets) throws IOException {
        List<Integer> keys = new CopyOnWriteArrayList<>();
        try (BareServer server = BareServer.start(connection -> keys.addAll(keys(BareServer.tlsRecord(connection))))) {
            shakeHands(sockets, server.port());
        }
        return keys;
    }

    private static void shakeHands(TlsSockets sockets, int port) {
        try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
                SSLSocket tls = (SSLSocket) sockets.createSocket(plain, "localhost", port, true)) {
            tls.startHandshake();
        } catch (IOException expected) {
            // The other side reads the hello and hangs up.
            return;
        }
    }

    /** The groups of the keys in a client's hello: RFC 8446, sections 4, 4.1.2 and 4.2.8. */
    private static List<Integer> keys(ByteBuffer hello) {
        hello.position(4 + 2 + 32);
        skip(hello, hello.get());
        skip(hello, hello.getShort());
        skip(hello, hello.get());
        hello.getShort();
        while (hello.getShort() != KEY_SHARE) {
            skip(hello, hello.getShort());
        }
        hello.getShort();
        int end = hello.getShort() + hello.position();
        List<Integer> groups = new ArrayList<>();
        while (hello.position() < end) {
            groups.add((int) hello.getShort());
            skip(hello, hello.getShort());
        }
        return groups;
    }

    private static void skip(ByteBuffer bytes, int count) {
        bytes.position(bytes.position() + count);
    }
}
