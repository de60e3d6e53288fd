package io.github.vaultrenderer.secrets;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * The names that a certificate is for.
 *
 * @param common the common name; empty for any
 * @param alternative the alternative names: hosts, addresses and URIs
 */
record CertificateNames(String common, Set<String> alternative) {

    private static final List<String> PARAMETERS = List.of("alt_names", "ip_sans", "uri_sans");

    /** What a request for a certificate asks for. */
    static CertificateNames wanted(Payload request) {
        Set<String> alternative = new HashSet<>();
        for (String parameter : PARAMETERS) {
            Object value = request.reveal().get(parameter);
            Collection<?> names = value instanceof Collection<?> list
                    ? list
                    : value == null ? List.of() : List.of(value.toString().split(","));
            names.forEach(name -> alternative.add(normal(name.toString())));
        }
        alternative.remove("");
        Object common = request.reveal().get("common_name");
        return new CertificateNames(common == null ? "" : normal(common.toString()), alternative);
    }

    /** Whether a certificate is for all of them. */
    boolean coveredBy(X509Certificate certificate) {
        Set<String> names = alternativeNames(certificate);
        String subject = commonName(certificate);
        boolean sameSubject =
                common.isEmpty() || common.equals(subject) || (subject.isEmpty() && names.contains(common));
        names.add(subject);
        return sameSubject && names.containsAll(alternative);
    }

    private static Set<String> alternativeNames(X509Certificate certificate) {
        Set<String> names = new HashSet<>();
        try {
            Collection<List<?>> entries = certificate.getSubjectAlternativeNames();
            if (entries != null) {
                // Each is a pair of a kind and a value.
                entries.forEach(entry -> names.add(normal(String.valueOf(entry.get(1)))));
            }
        } catch (CertificateParsingException broken) {
            // A certificate that names nobody that we can read covers nothing.
            names.clear();
        }
        return names;
    }

    private static String commonName(X509Certificate certificate) {
        try {
            for (Rdn part : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                if (part.getType().equalsIgnoreCase("CN")) {
                    return normal(part.getValue().toString());
                }
            }
        } catch (InvalidNameException broken) {
            return "";
        }
        return "";
    }

    private static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
