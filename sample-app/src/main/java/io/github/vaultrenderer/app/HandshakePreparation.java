package io.github.vaultrenderer.app;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;

/**
 * Has the JDK prepare, on a processor that would idle, what every TLS handshake begins with: it computes a table for its
 * elliptic curve the first time, which takes as long as reading the settings and the templates. Nothing is sent.
 */
final class HandshakePreparation {

    private HandshakePreparation() {}

    /** Begins in the background, unless Vault is not reached over TLS or there is no second processor. */
    static void start(Map<String, String> environment) {
        if (Runtime.getRuntime().availableProcessors() == 1
                || environment.getOrDefault("VAULT_ADDR", "").startsWith("http:")) {
            return;
        }
        Thread thread = new Thread(HandshakePreparation::makeHello, "vault-renderer-tls");
        thread.setDaemon(true);
        thread.start();
    }

    private static void makeHello() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[0], null);
            SSLEngine engine = context.createSSLEngine();
            engine.setUseClientMode(true);
            engine.wrap(
                    ByteBuffer.allocate(0),
                    ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
        } catch (GeneralSecurityException | SSLException failure) {
            // The real handshake comes upon it too, where there is somebody to tell.
            return;
        }
    }
}
