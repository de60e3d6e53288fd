package io.github.vaultrenderer.secrets;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The certificates and keys in a text.
 *
 * @param certificates those that are no authority's, with their PEM, in their order
 * @param authorities the PEM of those that are, each once
 * @param keys the private keys
 */
record PemContent(Map<X509Certificate, String> certificates, List<String> authorities, List<Pem> keys) {

    static PemContent of(byte[] text) {
        PemContent content = new PemContent(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
        for (Pem block : Pem.all(new String(text, StandardCharsets.ISO_8859_1))) {
            if (block.isKey()) {
                content.keys.add(block);
            } else if (block.isCertificate()) {
                content.add(block);
            }
        }
        return content;
    }

    private void add(Pem block) {
        try {
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(block.der()));
            if (certificate.getBasicConstraints() < 0) {
                certificates.put(certificate, block.text());
            } else if (!authorities.contains(block.text())) {
                authorities.add(block.text());
            }
        } catch (CertificateException broken) {
            // Whatever a file holds that is no certificate is not one that could be used again.
            return;
        }
    }
}
