package io.github.vaultrenderer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.github.vaultrenderer.failure.ConfigurationException;
import io.github.vaultrenderer.failure.FailureKind;
import io.github.vaultrenderer.redact.Sensitive;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes with requests, as a server sees it. */
class RequestOptionsTest {

    private final List<Headers> seen = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/", exchange -> {
            seen.add(exchange.getRequestHeaders());
            String path = exchange.getRequestURI().getPath();
            String from = "/v1/from-";
            int status = path.startsWith(from) ? Integer.parseInt(path.substring(from.length())) : 200;
            if (path.endsWith("/echo")) {
                status = 400;
            }
            if (status >= 300 && status < 400) {
                exchange.getResponseHeaders().set("Location", "/v1/there");
            }
            byte[] body = ("{\"errors\":[\"refused "
                            + exchange.getRequestHeaders().getFirst("X-Pass") + "\"]}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void everyRequestHasTheFurtherHeaders() {
        VaultHttp http = http(new RequestOptions(
                Map.of(
                        "X-Team", Sensitive.of("blue"),
                        "User-Agent", Sensitive.of("nginx-init/1"),
                        "Authorization", Sensitive.of("Basic eDp5")),
                true));

        send(http, VaultRequest.get("secret/a").with(Sensitive.of("hvs.token")).wrapped("5m"));
        send(http, VaultRequest.put("auth/kubernetes/login", Map.of("role", "r")));

        assertThat(seen).hasSize(2).allSatisfy(headers -> {
            assertThat(headers.get("X-Team")).containsExactly("blue");
            assertThat(headers.get("User-Agent")).containsExactly("nginx-init/1");
            assertThat(headers.get("Authorization")).containsExactly("Basic eDp5");
        });
        assertThat(seen.get(0).getFirst("X-Vault-Wrap-TTL")).isEqualTo("5m");
        assertThat(seen.get(1).containsKey("X-Vault-Wrap-TTL")).isFalse();
    }

    @Test
    void whatABodyIsIsNotForThemToSay() {
        VaultHttp http = http(new RequestOptions(Map.of("Content-Type", Sensitive.of("text/plain")), true));

        send(http, VaultRequest.put("auth/kubernetes/login", Map.of("role", "r")));

        assertThat(seen.get(0).get("Content-Type")).containsExactly("application/json");
    }

    @Test
    void theJavaRuntimesProxyIsUsedWhereNoOtherIsSet() {
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(ProxySelector.of(server.getAddress()));
        try {
            VaultHttp http = new JdkVaultHttp(VaultEndpoint.of("http://vault.invalid:8200"));

            assertThat(send(http, VaultRequest.get("secret/a")).status()).isEqualTo(200);
        } finally {
            ProxySelector.setDefault(before);
        }
        assertThat(seen)
                .singleElement()
                .satisfies(headers -> assertThat(headers.getFirst("Host")).isEqualTo("vault.invalid:8200"));
    }

    @Test
    void theirValuesAreInNoMessage() {
        VaultHttp http = http(new RequestOptions(Map.of("X-Pass", Sensitive.of("c4n4ry")), true));

        VaultHttpException failure =
                catchThrowableOfType(VaultHttpException.class, () -> send(http, VaultRequest.get("secret/echo")));

        assertThat(failure).hasMessageContaining("refused [redacted]").hasMessageNotContaining("c4n4ry");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void redirectsAreFollowedUnlessTheyAreDisabled(int status) {
        assertThat(send(http(RequestOptions.DEFAULT), VaultRequest.get("from-" + status))
                        .status())
                .isEqualTo(200);
        assertThat(seen).hasSize(2);

        VaultHttpException failure = catchThrowableOfType(
                VaultHttpException.class,
                () -> send(http(new RequestOptions(Map.of(), false)), VaultRequest.get("from-" + status)));

        assertThat(failure.kind()).isEqualTo(FailureKind.CONFIGURATION);
        assertThat(failure).hasMessageContaining("redirects are disabled");
        assertThat(seen).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Vault-Token, x, the client's own",
        "x-vault-namespace, x, the client's own",
        "'', x, no name",
        "a b, x, no name",
        "Größe, x, no name",
        "A, 'x\n', control character"
    })
    void whatIsNoHeaderIsAWrongSetting(String name, String value, String reason) {
        assertThatThrownBy(() -> new RequestOptions(Map.of(name, Sensitive.of(value)), true))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(reason);
    }

    private VaultHttp http(RequestOptions options) {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        return new JdkVaultHttp(VaultEndpoint.of(address).with(options));
    }

    private static VaultResponse send(VaultHttp http, VaultRequest request) {
        return http.send(request, Deadline.in(Duration.ofMinutes(1), InstantSource.system()));
    }
}
