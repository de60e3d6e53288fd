package io.github.vaultrenderer.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/** A proxy that lets everybody with the right password through to one server, whatever host they ask for. */
final class ConnectProxy implements AutoCloseable {

    private final ServerSocket server;
    private final URI target;
    private final String expected;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    private ConnectProxy(URI target, String login) throws IOException {
        this.server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        this.target = target;
        this.expected = login.isEmpty()
                ? ""
                : "Proxy-Authorization: Basic "
                        + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    /** Starts one; the login is {@code user:password}, or empty to let everybody through. */
    static ConnectProxy to(URI target, String login) {
        try {
            ConnectProxy proxy = new ConnectProxy(target, login);
            daemon(proxy::serve);
            return proxy;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Host and port. */
    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /** The first lines of the requests that were let through. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void serve() throws IOException {
        while (!server.isClosed()) {
            Socket client = server.accept();
            daemon(() -> connect(client));
        }
    }

    private void connect(Socket client) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream answer = client.getOutputStream();
        List<String> head = head(reader);
        while (!head.isEmpty() && !expected.isEmpty() && head.stream().noneMatch(expected::equalsIgnoreCase)) {
            answer.write(bytes(
                    "HTTP/1.1 407 Proxy Authentication Required",
                    "Proxy-Authenticate: Basic realm=\"test\"",
                    "Content-Length: 0"));
            head = head(reader);
        }
        if (head.isEmpty()) {
            client.close();
            return;
        }
        asked.add(head.get(0));
        Socket vault = new Socket(target.getHost(), target.getPort());
        answer.write(bytes("HTTP/1.1 200 Connection established"));
        daemon(() -> copy(vault.getInputStream(), client));
        copy(client.getInputStream(), vault);
    }

    private static byte[] bytes(String... head) {
        return (String.join("\r\n", head) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static List<String> head(BufferedReader reader) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = reader.readLine();
        while (line != null && !line.isEmpty()) {
            lines.add(line);
            line = reader.readLine();
        }
        return lines;
    }

    private static void copy(InputStream from, Socket to) throws IOException {
        try (to) {
            from.transferTo(to.getOutputStream());
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    /** A connection that breaks ends its thread; the client tells what it missed. */
    private static void daemon(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException ended) {
                        Thread.currentThread().interrupt();
                    }
                },
                "connect-proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
