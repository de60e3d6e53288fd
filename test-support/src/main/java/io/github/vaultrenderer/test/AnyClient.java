package io.github.vaultrenderer.test;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/** Lets in whoever comes, with any certificate, as Vault does where it is not told to verify its clients. */
final class AnyClient implements X509TrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String algorithm) {
        // Whoever comes is let in.
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String algorithm) throws CertificateException {
        throw new CertificateException("this trusts clients only");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
