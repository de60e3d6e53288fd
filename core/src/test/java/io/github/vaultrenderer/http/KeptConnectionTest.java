package io.github.vaultrenderer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vaultrenderer.failure.FailureKind;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A connection that was kept for the next request, and that the server gives up when that one comes. */
class KeptConnectionTest {

    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII);

    private final List<String> requests = new CopyOnWriteArrayList<>();

    @Test
    void repeatsNoWrite() throws Exception {
        try (BareServer server = BareServer.start(this::answerTheFirst)) {
            VaultHttp vault = new JdkVaultHttp(VaultEndpoint.of("http://127.0.0.1:" + server.port()));
            send(vault, VaultRequest.get("secret/app"));

            VaultHttpException failure = catchThrowableOfType(
                    VaultHttpException.class,
                    () -> send(vault, VaultRequest.put("secret/app", Map.of("key", "value"))));

            assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
            assertThat(requests).containsExactly("GET /v1/secret/app HTTP/1.1", "PUT /v1/secret/app HTTP/1.1");
        }
    }

    @Test
    void readsAgain() throws Exception {
        try (BareServer server = BareServer.start(this::answerTheFirst)) {
            VaultHttp vault = new JdkVaultHttp(VaultEndpoint.of("http://127.0.0.1:" + server.port()));
            send(vault, VaultRequest.get("secret/app"));

            send(vault, VaultRequest.get("secret/other"));

            assertThat(requests)
                    .containsExactly(
                            "GET /v1/secret/app HTTP/1.1",
                            "GET /v1/secret/other HTTP/1.1",
                            "GET /v1/secret/other HTTP/1.1");
        }
    }

    private static void send(VaultHttp vault, VaultRequest request) {
        vault.send(request, Deadline.in(Duration.ofSeconds(30), InstantSource.system()));
    }

    /** Of two requests over one connection. */
    private void answerTheFirst(Socket connection) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
        read(in);
        connection.getOutputStream().write(ANSWER);
        read(in);
    }

    /** A request's first line is noted; its headers end with an empty line. */
    private void read(BufferedReader in) throws IOException {
        String first = in.readLine();
        if (first == null) {
            throw new EOFException();
        }
        requests.add(first);
        String header = in.readLine();
        while (header != null && !header.isEmpty()) {
            header = in.readLine();
        }
    }
}
