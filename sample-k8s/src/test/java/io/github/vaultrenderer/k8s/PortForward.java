package io.github.vaultrenderer.k8s;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes connections to a port of all interfaces on to another port of this machine. */
final class PortForward implements AutoCloseable {

    private final ServerSocket listener;
    private final int target;
    private final ExecutorService workers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "port-forward");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger connections = new AtomicInteger();

    private PortForward(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
    }

    static PortForward start(int port, int target) throws IOException {
        PortForward forward = new PortForward(new ServerSocket(port), target);
        forward.workers.execute(forward::accept);
        return forward;
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket near = listener.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                connections.incrementAndGet();
                workers.execute(() -> pump(near, far));
                workers.execute(() -> pump(far, near));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            in.transferTo(to.getOutputStream());
        } catch (IOException closed) {
            // Either side may end the connection; both sockets are closed by now.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        workers.shutdownNow();
    }
}
