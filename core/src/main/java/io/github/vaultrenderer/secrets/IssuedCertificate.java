package io.github.vaultrenderer.secrets;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A certificate, its private key and its authorities, out of Vault's answer or out of files that hold them.
 *
 * @see <a href="https://github.com/hashicorp/consul-template/blob/main/docs/templating-language.md#pkicert">consul-template,
 *     pkiCert</a>
 */
public final class IssuedCertificate {

    private static final List<String> FIELDS = List.of("certificate", "private_key", "issuing_ca", "ca_chain");

    private final X509Certificate parsed;
    private final String certificate;
    private final String key;
    private final List<String> authorities;

    private IssuedCertificate(X509Certificate parsed, String certificate, String key, List<String> authorities) {
        this.parsed = parsed;
        this.certificate = certificate;
        this.key = key;
        this.authorities = List.copyOf(authorities);
    }

    /** The certificate in Vault's answer; {@code null} when there is none. */
    static @Nullable IssuedCertificate in(Map<String, ?> data) {
        StringBuilder text = new StringBuilder();
        for (String field : FIELDS) {
            Object value = data.get(field);
            Collection<?> parts =
                    value instanceof Collection<?> list ? list : value == null ? List.of() : List.of(value);
            parts.forEach(part -> text.append(part).append('\n'));
        }
        PemContent content = PemContent.of(text.toString().getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<X509Certificate, String> first : content.certificates().entrySet()) {
            String key = content.keys().isEmpty() ? "" : content.keys().get(0).text();
            return new IssuedCertificate(first.getKey(), first.getValue(), key, content.authorities());
        }
        return null;
    }

    /**
     * A certificate that was issued before and fits a query: it is for the same names, and its key is there too.
     *
     * @param files contents of files, in which certificates and keys may stand amid anything
     * @return {@code null} when there is none
     */
    public static @Nullable IssuedCertificate find(SecretQuery.IssueCertificate query, List<byte[]> files) {
        List<PemContent> contents = files.stream().map(PemContent::of).toList();
        List<Pem> keys = new ArrayList<>();
        List<String> authorities = new ArrayList<>();
        Map<X509Certificate, String> certificates = new LinkedHashMap<>();
        for (PemContent content : contents) {
            keys.addAll(content.keys());
            certificates.putAll(content.certificates());
            content.authorities().stream()
                    .filter(authority -> !authorities.contains(authority))
                    .forEach(authorities::add);
        }
        CertificateNames wanted = CertificateNames.wanted(query.payload());
        for (Map.Entry<X509Certificate, String> each : certificates.entrySet()) {
            Pem key = KeyMatch.find(each.getKey(), keys, certificates.size() == 1);
            if (key != null && wanted.coveredBy(each.getKey())) {
                return new IssuedCertificate(each.getKey(), each.getValue(), key.text(), authorities);
            }
        }
        return null;
    }

    /**
     * Whether it need not be renewed yet.
     *
     * @param threshold the part of its life, from 0 to 1, after which it is
     */
    public boolean goodAt(Instant now, double threshold) {
        Instant start = parsed.getNotBefore().toInstant();
        Duration life = Duration.between(start, parsed.getNotAfter().toInstant());
        return now.isBefore(start.plusMillis((long) (life.toMillis() * threshold)));
    }

    /** As templates see it: {@code cert}, {@code key}, {@code ca} and {@code caChain}, each in PEM; what lacks is empty. */
    public Secret secret(String path) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("cert", certificate);
        values.put("key", key);
        values.put("ca", authorities.isEmpty() ? "" : authorities.get(0));
        values.put("caChain", authorities);
        return Secret.of(path, values);
    }

    @Override
    public String toString() {
        return "IssuedCertificate[" + parsed.getSubjectX500Principal() + "]";
    }
}
