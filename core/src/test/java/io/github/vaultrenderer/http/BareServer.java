package io.github.vaultrenderer.http;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;

/** Takes one connection after another, each with no more than what a test says to it, and hangs up. */
final class BareServer implements AutoCloseable {

    /** What is said to a connection. It can be gone at any time. */
    @FunctionalInterface
    interface Conversation {
        void with(Socket connection) throws IOException;
    }

    private final ServerSocket server;
    private final Conversation conversation;

    private BareServer(ServerSocket server, Conversation conversation) {
        this.server = server;
        this.conversation = conversation;
    }

    static BareServer start(Conversation conversation) throws IOException {
        BareServer started = new BareServer(new ServerSocket(0, 2, InetAddress.getLoopbackAddress()), conversation);
        Thread thread = new Thread(started::serve, "bare-server");
        thread.setDaemon(true);
        thread.start();
        return started;
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (true) {
            try (Socket connection = server.accept()) {
                conversation.with(connection);
            } catch (IOException over) {
                // The client hung up before we did, or the test is over.
                if (server.isClosed()) {
                    return;
                }
            }
        }
    }

    /** What a record of TLS holds: RFC 8446, section 5.1. */
    static ByteBuffer tlsRecord(Socket connection) throws IOException {
        DataInputStream in = new DataInputStream(connection.getInputStream());
        in.skipNBytes(3);
        return ByteBuffer.wrap(in.readNBytes(in.readUnsignedShort()));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
