package io.github.vaultrenderer.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Makes the TLS sockets to Vault. The check of the server's name is done in the handshake, by the trust manager, so that
 * {@link ServerTrust} can tell what was wrong; {@code HttpsURLConnection} leaves it alone then.
 */
final class TlsSockets extends SSLSocketFactory {

    private final KeyManager @Nullable [] keys;
    private final boolean verify;
    private final @Nullable String serverName;
    private final @Nullable ServerTrust server;
    private volatile boolean oneKeyShare;
    private @Nullable SSLSocketFactory delegate;

    private TlsSockets(KeyManager @Nullable [] keys, Trust trust, @Nullable ServerTrust server, boolean oneKeyShare) {
        this.keys = keys;
        this.verify = trust.verify();
        this.serverName = trust.serverName();
        this.server = server;
        this.oneKeyShare = oneKeyShare;
    }

    static TlsSockets of(Trust trust) {
        CertificateAuthorities authorities = trust.verify() ? CertificateAuthorities.of(trust) : null;
        return new TlsSockets(
                trust.client() == null ? null : ClientKeys.of(trust.client()),
                trust,
                authorities == null ? null : new ServerTrust(authorities),
                authorities != null && OneKeyShare.suits(trust, authorities));
    }

    /** Made with the first socket: where the JDK's TLS is still in preparation, what comes before that does not wait for it. */
    private synchronized SSLSocketFactory delegate() {
        if (delegate == null) {
            try {
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(keys, new TrustManager[] {server == null ? new TrustsEveryone() : server}, null);
                delegate = context.getSocketFactory();
            } catch (GeneralSecurityException failure) {
                throw new IllegalStateException("this Java runtime has no TLS", failure);
            }
        }
        return delegate;
    }

    /** Whether new connections offer one key only, which not every server takes. */
    boolean offersOneKey() {
        return oneKeyShare;
    }

    /**
     * Has new connections offer all keys that the JDK knows, unless a server has taken the one: it shows its certificate then.
     *
     * @return whether they do
     */
    boolean offerAllKeys() {
        if (oneKeyShare && (server == null || !server.wasAsked())) {
            oneKeyShare = false;
        }
        return !oneKeyShare;
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        // The name goes into the handshake as the peer's: it is what the certificate has to carry.
        return prepared(delegate().createSocket(socket, serverName == null ? host : serverName, port, autoClose));
    }

    @Override
    public Socket createSocket() throws IOException {
        if (serverName != null) {
            // What the JDK understands as "not this way": it then connects first and asks for TLS on top, with the name
            // above. A socket that it made itself would be checked for the address's host as well, and that suffices
            // it.
            SocketException layeredOnly = new SocketException("layered sockets only");
            layeredOnly.initCause(new UnsupportedOperationException());
            throw layeredOnly;
        }
        return prepared(delegate().createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return prepared(delegate().createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return prepared(delegate().createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return prepared(delegate().createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return prepared(delegate().createSocket(host, port, local, localPort));
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return delegate().getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return delegate().getSupportedCipherSuites();
    }

    private Socket prepared(Socket socket) {
        if (socket instanceof SSLSocket tls) {
            SSLParameters parameters = tls.getSSLParameters();
            if (verify) {
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
            }
            if (serverName != null) {
                parameters.setServerNames(List.of(new SNIHostName(serverName)));
            }
            if (oneKeyShare) {
                parameters.setAlgorithmConstraints(new OneKeyShare());
            }
            tls.setSSLParameters(parameters);
        }
        return socket;
    }

    /** Takes any certificate: asked for by {@code VAULT_SKIP_VERIFY}, and logged as the danger that it is. */
    private static final class TrustsEveryone extends X509ExtendedTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
