package io.github.vaultrenderer.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What a client of Vault sends, as a server sees it. Every mount is a KV version 1, and every secret is {@code {"v":"x"}},
 * unless its path says what becomes of it: {@code 503}, {@code redirect-307} (once), {@code silent}.
 */
final class RecordingServer implements AutoCloseable {

    private static final List<String> HEADERS =
            List.of("X-Vault-Request", "X-Vault-Wrap-TTL", "X-Vault-Token", "X-Team", "Authorization");
    private static final String PROBE = "/v1/sys/internal/ui/mounts/";

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Request> requests = new ArrayList<>();

    private RecordingServer(HttpServer server) {
        this.server = server;
    }

    /**
     * A request.
     *
     * @param line its method and path
     * @param headers those that are compared, one a line
     * @param userAgent what the client calls itself
     * @param arrival when it came
     */
    record Request(String line, String headers, String userAgent, Instant arrival) {}

    static RecordingServer start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        RecordingServer recording = new RecordingServer(server);
        server.setExecutor(recording.workers);
        server.createContext("/", recording::handle);
        server.start();
        return recording;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** All so far, which are forgotten. */
    synchronized List<Request> taken() {
        List<Request> taken = List.copyOf(requests);
        requests.clear();
        return taken;
    }

    /** The time from the first of some requests to the last. */
    static Duration span(List<Request> requests) {
        return Duration.between(
                requests.get(0).arrival(), requests.get(requests.size() - 1).arrival());
    }

    private synchronized boolean isFirst(HttpExchange exchange) {
        String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        boolean first = requests.stream().noneMatch(request -> request.line().equals(line));
        StringBuilder headers = new StringBuilder();
        for (String name : HEADERS) {
            List<String> values = exchange.getRequestHeaders().get(name);
            headers.append(values == null ? "" : name + ": " + values + "\n");
        }
        String userAgent = exchange.getRequestHeaders().getFirst("User-Agent");
        requests.add(new Request(line, headers.toString(), userAgent, Instant.now()));
        return first;
    }

    private void handle(HttpExchange exchange) throws IOException {
        boolean first = isFirst(exchange);
        String path = exchange.getRequestURI().getPath();
        String what = path.substring(path.lastIndexOf('/') + 1);
        if (path.startsWith(PROBE)) {
            answer(exchange, 200, "{\"data\":{\"path\":\"secret/\",\"type\":\"kv\",\"options\":{\"version\":\"1\"}}}");
        } else if (what.startsWith("redirect-") && first) {
            exchange.getResponseHeaders().set("Location", path);
            answer(exchange, Integer.parseInt(what.substring("redirect-".length())), "{}");
        } else if (what.equals("503")) {
            answer(exchange, 503, "{\"errors\":[\"down\"]}");
        } else if (what.equals("silent")) {
            waitForTheEnd();
            exchange.close();
        } else {
            answer(exchange, 200, "{\"data\":{\"v\":\"x\"}}");
        }
    }

    private void waitForTheEnd() {
        try {
            closed.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        workers.shutdownNow();
    }
}
