package io.github.vaultrenderer.http;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;

/**
 * Does in advance what the first request to Vault begins with, which takes as long as reading the settings and the templates. For
 * a program that has a processor idle meanwhile. Nothing is sent.
 */
public final class ConnectionPreparation {

    private ConnectionPreparation() {}

    /**
     * Makes a hello to a Vault: the JDK loads its providers, and computes tables for its elliptic curves.
     *
     * @param trust rules for that Vault's certificate
     * @throws io.github.vaultrenderer.failure.ConfigurationException when its certificate authorities cannot be read
     */
    public static void handshake(Trust trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[0], null);
            SSLEngine engine = context.createSSLEngine();
            engine.setUseClientMode(true);
            // The Java runtime's own authorities are many, are never of one kind, and are read when they are needed.
            if (!trust.system() && OneKeyShare.suits(trust, CertificateAuthorities.of(trust))) {
                SSLParameters parameters = engine.getSSLParameters();
                parameters.setAlgorithmConstraints(new OneKeyShare());
                engine.setSSLParameters(parameters);
            }
            engine.wrap(
                    ByteBuffer.allocate(0),
                    ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
        } catch (GeneralSecurityException | SSLException failure) {
            throw new IllegalStateException("this Java runtime has no TLS", failure);
        }
    }
}
