package io.github.vaultrenderer.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/**
 * Stands where {@code HttpsURLConnection} keeps the factory that it gives to every connection before ours takes its place:
 * the JDK's own would read 150 certificate authorities for that, a tenth of a short run. It makes no socket.
 */
final class UnusedSocketFactory extends SSLSocketFactory {

    private UnusedSocketFactory() {}

    /** For the whole JVM: only a program that is alone in it may do so. */
    static void install() {
        HttpsURLConnection.setDefaultSSLSocketFactory(new UnusedSocketFactory());
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        throw refused();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw refused();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        throw refused();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw refused();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        throw refused();
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return new String[0];
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return new String[0];
    }

    private static IOException refused() {
        return new IOException("a connection without this program's own TLS settings was asked for");
    }
}
