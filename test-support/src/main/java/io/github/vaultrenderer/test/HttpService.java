package io.github.vaultrenderer.test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** A server on a port of this machine. */
final class HttpService implements AutoCloseable {

    static {
        // As Vault's own server does: the JDK's sends an answer in two parts, and the second would wait for the
        // client's
        // delayed acknowledgement of the first, 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final String VAULTS_CHOICE = "TLS_AES_128_GCM_SHA256";

    private final HttpServer server;
    private final ExecutorService workers;
    private final boolean tls;

    private HttpService(HttpServer server, ExecutorService workers, boolean tls) {
        this.server = server;
        this.workers = workers;
        this.tls = tls;
    }

    /**
     * Starts to serve.
     *
     * @param host the address to listen at
     * @param port the port; 0 for a free one
     * @param certificates {@code null} for plain HTTP
     * @param clients whose clients are let in; {@code null} for anybody
     */
    static HttpService start(
            String host,
            int port,
            @Nullable TestCertificates certificates,
            @Nullable TestCertificates clients,
            HttpHandler handler) {
        try {
            InetSocketAddress address = new InetSocketAddress(host, port);
            HttpServer server;
            if (certificates == null) {
                server = HttpServer.create(address, 0);
            } else {
                HttpsServer https = HttpsServer.create(address, 0);
                https.setHttpsConfigurator(configurator(certificates, clients));
                server = https;
            }
            ExecutorService workers = Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "test-server");
                thread.setDaemon(true);
                return thread;
            });
            server.setExecutor(workers);
            server.createContext("/", handler);
            server.start();
            return new HttpService(server, workers, certificates != null);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot listen at " + host + ":" + port, failure);
        }
    }

    private static HttpsConfigurator configurator(TestCertificates certificates, @Nullable TestCertificates clients) {
        SSLContext context = certificates.serverContext(clients);
        SSLParameters own = context.getDefaultSSLParameters();
        own.setCipherSuites(inVaultsOrder(own.getCipherSuites()));
        own.setUseCipherSuitesOrder(true);
        if (clients == null) {
            // Vault asks every client for a certificate, and takes no for an answer.
            own.setWantClientAuth(true);
        } else {
            own.setNeedClientAuth(true);
        }
        return new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                parameters.setSSLParameters(own);
            }
        };
    }

    /** With the one first that a Go server prefers, where the JDK's would take another. */
    private static String[] inVaultsOrder(String[] suites) {
        return Stream.concat(Stream.of(VAULTS_CHOICE), Stream.of(suites).filter(suite -> !suite.equals(VAULTS_CHOICE)))
                .toArray(String[]::new);
    }

    URI address() {
        return URI.create(
                (tls ? "https" : "http") + "://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    /** Sends an answer, whole. */
    static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
