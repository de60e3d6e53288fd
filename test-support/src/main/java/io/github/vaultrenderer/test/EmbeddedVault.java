package io.github.vaultrenderer.test;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A Vault in this JVM, over real HTTP: Kubernetes login, tokens, policies in JSON, KV of both versions, PKI, faults on
 * demand.
 * What it answers, the real one answers too: one contract suite holds both.
 *
 * <pre>{@code
 * try (EmbeddedVault vault = EmbeddedVault.start()) {
 *     vault.admin().enableKv("secret", 1);
 *     vault.admin().putSecret("secret/org1/app1", Map.of("var", "42"));
 * }
 * }</pre>
 */
public final class EmbeddedVault implements VaultServer {

    private final VaultApi api;
    private final Faults faults = new Faults();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();
    private final @Nullable TestCertificates certificates;
    private final @Nullable TestCertificates clients;
    private final HttpService service;

    private EmbeddedVault(Builder builder) {
        this.api = new VaultApi(builder.clock);
        this.certificates = builder.certificates();
        this.clients = builder.clients();
        this.service = HttpService.start(builder.host(), builder.port(), certificates, clients, this::handle);
    }

    /** Starts one with plain HTTP on a free port of 127.0.0.1. */
    public static EmbeddedVault start() {
        return builder().start();
    }

    /** Configures one. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public URI address() {
        return service.address();
    }

    @Override
    public Optional<Path> caCertificate() {
        return Optional.ofNullable(certificates).map(TestCertificates::caFile);
    }

    @Override
    public Optional<TestCertificates> clientCertificates() {
        return Optional.ofNullable(clients);
    }

    @Override
    public String rootToken() {
        return api.rootToken();
    }

    /** Lets it fail. */
    public Faults faults() {
        return faults;
    }

    /** Every request so far, in the order of the answers. */
    public List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    /** Forgets the requests, and the most that were under way at once. */
    public void clearRequests() {
        requests.clear();
        peak.set(0);
    }

    /** The most requests that were under way at the same time. */
    public int peakInFlight() {
        return peak.get();
    }

    /** How many tokens are alive, root's not counted. */
    public int liveTokens() {
        return api.liveTokens();
    }

    @Override
    public void close() {
        service.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            // Closing the exchange before its headers are sent closes the connection.
            if (answer != null) {
                HttpService.send(exchange, answer.status(), answer.bytes());
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Answer(int status, byte[] bytes) {}

    /** What to send; {@code null} to drop the connection. A request is under way until then: its client knows it answered. */
    private @Nullable Answer answer(HttpExchange exchange) throws IOException {
        peak.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        try {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            LockSupport.parkNanos(faults.latency().toNanos());
            Faults.Fault fault = faults.take();
            if (fault != null && fault.drop()) {
                remember(exchange, 0);
                return null;
            }
            Reply reply = fault != null && fault.status() > 0 ? failing(exchange, fault) : reply(exchange, body);
            byte[] bytes =
                    reply.body() == null ? new byte[0] : Json.text(reply.body()).getBytes(StandardCharsets.UTF_8);
            boolean truncate = fault != null && fault.truncate();
            // Before the answer: who has that may look at the record at once.
            remember(exchange, reply.status());
            return new Answer(reply.status(), truncate ? Arrays.copyOf(bytes, bytes.length / 2) : bytes);
        } finally {
            inFlight.decrementAndGet();
        }
    }

    private void remember(HttpExchange exchange, int status) {
        requests.add(new RecordedRequest(
                exchange.getRequestMethod(), path(exchange), header(exchange, "X-Vault-Namespace"), status));
    }

    private static Reply failing(HttpExchange exchange, Faults.Fault fault) {
        if (fault.retryAfter() != null) {
            exchange.getResponseHeaders()
                    .set("Retry-After", String.valueOf(fault.retryAfter().toSeconds()));
        }
        return fault.status() == 429
                ? Reply.errors(429, "request path \"\": rate limit quota exceeded")
                : Reply.errors(fault.status(), "internal error");
    }

    private Reply reply(HttpExchange exchange, String body) {
        String path = path(exchange);
        if (path.equals("sys/health")) {
            return health();
        }
        if (faults.isSealed()) {
            return Reply.errors(503, "Vault is sealed");
        }
        if (faults.isStandby()) {
            return Reply.errors(500, "local node not active but active cluster node not found");
        }
        try {
            return api.handle(request(exchange, path, Json.object(body)));
        } catch (JacksonException notJson) {
            return Reply.errors(400, "failed to parse JSON input");
        }
    }

    private Reply health() {
        int status = faults.isSealed() ? 503 : faults.isStandby() ? 429 : 200;
        return new Reply(
                status, Map.of("initialized", true, "sealed", faults.isSealed(), "standby", faults.isStandby()));
    }

    private static ApiRequest request(HttpExchange exchange, String path, Map<String, Object> body) {
        Map<String, String> query = query(exchange);
        ApiRequest.Operation operation = switch (exchange.getRequestMethod()) {
            case "LIST" -> ApiRequest.Operation.LIST;
            case "POST", "PUT" -> ApiRequest.Operation.UPDATE;
            case "DELETE" -> ApiRequest.Operation.DELETE;
            default -> "true".equals(query.get("list")) ? ApiRequest.Operation.LIST : ApiRequest.Operation.READ;
        };
        return new ApiRequest(
                operation,
                path,
                header(exchange, "X-Vault-Token"),
                query,
                body,
                WrappedAnswers.ttl(header(exchange, "X-Vault-Wrap-TTL")));
    }

    private static String path(HttpExchange exchange) {
        return exchange.getRequestURI().getPath().replaceFirst("^/v1/", "");
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        String text = exchange.getRequestURI().getRawQuery();
        for (String pair : text == null ? new String[0] : text.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    /** Configures an embedded Vault. */
    public static final class Builder extends VaultBuilder<Builder> {

        private InstantSource clock = InstantSource.system();

        private Builder() {}

        /** Tells the time by which tokens expire. */
        public Builder clock(InstantSource clock) {
            this.clock = clock;
            return this;
        }

        @Override
        public EmbeddedVault start() {
            return new EmbeddedVault(this);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
