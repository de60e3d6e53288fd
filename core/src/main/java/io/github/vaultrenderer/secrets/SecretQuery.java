package io.github.vaultrenderer.secrets;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing asked of Vault. Equal queries are the same dependency: they are asked once and share the answer.
 *
 * <p>Paths are as users write them, without {@code /v1/}; whether a KV version 2 mount needs {@code data/} or
 * {@code metadata/} in it is found out by the {@link SecretSource}.
 */
public sealed interface SecretQuery {

    /** The path, without slashes at its ends. */
    String path();

    /**
     * Reads a path: a KV secret, dynamic credentials, or whatever else answers a GET.
     *
     * @param path the path, for example {@code secret/org1/app1}
     * @param parameters query parameters, for example {@code version=2}; never {@code null}, sorted by name
     * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#read-secret-version">KV v2, read</a>
     */
    record Read(String path, Map<String, String> parameters) implements SecretQuery {
        public Read {
            path = trimmed(path);
            parameters = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        }

        // Written out, as what Java makes for records is made when it is first called: a twentieth of a short run.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Read read && path.equals(read.path) && parameters.equals(read.parameters);
        }

        @Override
        public int hashCode() {
            return 31 * path.hashCode() + parameters.hashCode();
        }

        /** Named as consul-template names the same dependency, so that messages look familiar. */
        @Override
        public String toString() {
            return "vault.read(" + path + (parameters.isEmpty() ? "" : "?" + parameters) + ")";
        }
    }

    /**
     * Lists the keys below a path; a path without keys gives an empty list.
     *
     * @param path the path, for example {@code secret/org1}
     * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v1#list-secrets">KV v1, list</a>
     */
    record ListKeys(String path) implements SecretQuery {
        public ListKeys {
            path = trimmed(path);
        }

        @Override
        public String toString() {
            return "vault.list(" + path + ")";
        }
    }

    /**
     * Writes to a path and gives what Vault answers: ciphertexts, tokens, or nothing.
     *
     * @param path the path, for example {@code transit/encrypt/app}
     * @param payload what is written; printed as its names
     * @see <a href="https://developer.hashicorp.com/vault/api-docs#api-operations">API operations</a>
     */
    record Write(String path, Payload payload) implements SecretQuery {
        public Write {
            path = trimmed(path);
        }

        @Override
        public boolean changesVault() {
            return true;
        }

        /** consul-template shows a short hash in place of the names; it would tell a guessed value right. */
        @Override
        public String toString() {
            return "vault.write(" + path + " -> " + payload + ")";
        }
    }

    /**
     * Has a certificate issued, or takes the one that the template's destination holds already.
     *
     * @param path the path, for example {@code pki/issue/web}
     * @param payload the request's parameters, for example {@code common_name}
     * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/pki#generate-certificate-and-key">PKI, generate
     *     certificate and key</a>
     */
    record IssueCertificate(String path, Payload payload) implements SecretQuery {
        public IssueCertificate {
            path = trimmed(path);
        }

        @Override
        public boolean changesVault() {
            return true;
        }

        @Override
        public String toString() {
            return "vault.pki(" + path + " -> " + payload + ")";
        }
    }

    /** Whether the answer costs a change in Vault, so that it must not be asked for on a guess. */
    default boolean changesVault() {
        return false;
    }

    /** Reads {@code path}; a query string in it ({@code ?version=2}) becomes parameters. */
    static Read read(String path) {
        int mark = path.indexOf('?');
        return mark < 0 ? read(path, "") : read(path.substring(0, mark), path.substring(mark + 1));
    }

    /** Reads {@code path} with the parameters of a query string: {@code version=2}, for example. */
    static Read read(String path, String queryString) {
        return new Read(path, QueryString.parse(queryString));
    }

    /** Lists the keys below {@code path}. */
    static ListKeys list(String path) {
        return new ListKeys(path);
    }

    /** Writes those values to {@code path}; texts, numbers, booleans, and lists and maps of them. */
    static Write write(String path, Map<String, ?> values) {
        return new Write(path, Payload.of(values));
    }

    /** Has a certificate with those parameters issued at {@code path}. */
    static IssueCertificate issueCertificate(String path, Map<String, ?> parameters) {
        return new IssueCertificate(path, Payload.of(parameters));
    }

    /** The path without the slashes at its ends, which mean nothing to Vault. */
    static String withoutSlashes(String path) {
        int from = 0;
        int to = path.length();
        while (from < to && path.charAt(from) == '/') {
            from++;
        }
        while (to > from && path.charAt(to - 1) == '/') {
            to--;
        }
        return path.substring(from, to);
    }

    private static String trimmed(String path) {
        return withoutSlashes(Objects.requireNonNull(path, "path").strip());
    }
}
