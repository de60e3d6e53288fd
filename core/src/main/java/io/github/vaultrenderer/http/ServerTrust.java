package io.github.vaultrenderer.http;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Checks Vault's certificate as the Java runtime does, and says whose certificate it was when it is refused. */
final class ServerTrust extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager delegate;
    private final String origin;
    private volatile boolean asked;

    ServerTrust(CertificateAuthorities authorities) {
        this.delegate = authorities.trustManager();
        this.origin = authorities.origin();
    }

    /** Whether a server has shown a certificate. */
    boolean wasAsked() {
        return asked;
    }

    /** A refused certificate; its message names subject and issuer, and who would have been trusted. */
    static final class Refused extends CertificateException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        asked = true;
        try {
            delegate.checkServerTrusted(chain, type, socket);
        } catch (CertificateException refusal) {
            throw refused(chain, refusal);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        asked = true;
        try {
            delegate.checkServerTrusted(chain, type, engine);
        } catch (CertificateException refusal) {
            throw refused(chain, refusal);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        asked = true;
        try {
            delegate.checkServerTrusted(chain, type);
        } catch (CertificateException refusal) {
            throw refused(chain, refusal);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        delegate.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        delegate.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        delegate.checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return delegate.getAcceptedIssuers();
    }

    private Refused refused(X509Certificate[] chain, CertificateException refusal) {
        return new Refused("its certificate has subject \"" + chain[0].getSubjectX500Principal()
                + "\" and issuer \"" + chain[0].getIssuerX500Principal() + "\", and " + trusted()
                + " is trusted: " + reason(refusal));
    }

    private String trusted() {
        X509Certificate[] issuers = delegate.getAcceptedIssuers();
        // The system's own authorities are too many to be read.
        if (issuers.length > 8) {
            return "only what " + origin + " signed";
        }
        return Arrays.stream(issuers)
                .map(issuer -> "\"" + issuer.getSubjectX500Principal() + "\"")
                .collect(Collectors.joining(", ", "only ", " (from " + origin + ")"));
    }

    private static String reason(Throwable refusal) {
        Throwable deepest = refusal;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }
}
