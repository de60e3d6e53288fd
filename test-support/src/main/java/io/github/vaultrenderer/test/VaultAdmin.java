package io.github.vaultrenderer.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sets a Vault up over its HTTP API, with the root token. Whatever Vault refuses is an exception with its words: a test
 * must not go on without what it needs.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs">Vault's HTTP API</a>
 */
public final class VaultAdmin {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final VaultServer server;
    private final HttpClient client;

    VaultAdmin(VaultServer server) {
        this.server = server;
        HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        server.caCertificate()
                .ifPresent(ca -> builder.sslContext(TestCertificates.clientContext(
                        ca, server.clientCertificates().orElse(null))));
        this.client = builder.build();
    }

    /**
     * An answer.
     *
     * @param status the HTTP status
     * @param body the JSON object; empty when there was none
     */
    public record Answer(int status, Map<String, Object> body) {

        /** Vault's error texts. */
        public List<String> errors() {
            return body.get("errors") instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of();
        }

        /** The object under a key; empty when there is none. */
        @SuppressWarnings("unchecked")
        public Map<String, Object> object(String key) {
            return body.get(key) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
        }
    }

    /**
     * Who may log in as a role, and what that gives.
     *
     * @param serviceAccounts the names of service accounts
     * @param namespaces their namespaces
     * @param policies the token's policies
     * @param audience the audience that the pod's token has to have; empty for any
     * @param ttl how long the token lives
     * @param maxTtl how long it can be prolonged to live
     */
    public record KubernetesRole(
            List<String> serviceAccounts,
            List<String> namespaces,
            List<String> policies,
            String audience,
            Duration ttl,
            Duration maxTtl) {

        /** A role for one service account, with a token of twenty minutes. */
        public static KubernetesRole of(String namespace, String serviceAccount, String policy) {
            return new KubernetesRole(
                    List.of(serviceAccount),
                    List.of(namespace),
                    List.of(policy),
                    "",
                    Duration.ofMinutes(20),
                    Duration.ofHours(1));
        }

        /** The same for tokens of that audience. */
        public KubernetesRole withAudience(String audience) {
            return new KubernetesRole(serviceAccounts, namespaces, policies, audience, ttl, maxTtl);
        }

        /** The same with another life time of the token. */
        public KubernetesRole withTtl(Duration ttl) {
            return new KubernetesRole(serviceAccounts, namespaces, policies, audience, ttl, maxTtl);
        }
    }

    /** Mounts a KV secrets engine of version 1 or 2. */
    public void enableKv(String mount, int version) {
        write("sys/mounts/" + mount, Map.of("type", "kv", "options", Map.of("version", String.valueOf(version))));
    }

    /** Mounts a PKI secrets engine and makes its root. */
    public void enablePki(String mount, String commonName) {
        write("sys/mounts/" + mount, Map.of("type", "pki"));
        write(mount + "/root/generate/internal", Map.of("common_name", commonName, "key_type", "ec", "key_bits", 256));
    }

    /** Lets a role of a PKI secrets engine issue certificates for hosts below a domain, with keys on the curve P-256. */
    public void pkiRole(String mount, String name, String domain) {
        write(
                mount + "/roles/" + name,
                Map.of("allowed_domains", domain, "allow_subdomains", true, "key_type", "ec", "key_bits", 256));
    }

    /** Writes a secret; finds out which version of KV is mounted there. */
    public void putSecret(String path, Map<String, ?> values) {
        Map<String, Object> mount = read("sys/internal/ui/mounts/" + path).object("data");
        String at = String.valueOf(mount.get("path"));
        boolean version2 = mount.get("options") instanceof Map<?, ?> options && "2".equals(options.get("version"));
        if (version2) {
            write(at + "data/" + path.substring(at.length()), Map.of("data", values));
        } else {
            write(path, values);
        }
    }

    /** Writes a policy: capabilities by path. */
    public void policy(String name, Map<String, List<String>> capabilities) {
        Map<String, Object> paths = new LinkedHashMap<>();
        capabilities.forEach((path, list) -> paths.put(path, Map.of("capabilities", list)));
        write("sys/policies/acl/" + name, Map.of("policy", Json.text(Map.of("path", paths))));
    }

    /** Mounts a Kubernetes auth method. */
    public void enableKubernetesAuth(String mount) {
        write("sys/auth/" + mount, Map.of("type", "kubernetes"));
    }

    /** Configures a Kubernetes auth method: {@code kubernetes_host} and the like. */
    public void configureKubernetesAuth(String mount, Map<String, ?> config) {
        write("auth/" + mount + "/config", config);
    }

    /** Writes a role of a Kubernetes auth method. */
    public void role(String mount, String name, KubernetesRole role) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("bound_service_account_names", role.serviceAccounts);
        body.put("bound_service_account_namespaces", role.namespaces);
        body.put("token_policies", role.policies);
        body.put("token_ttl", role.ttl.toSeconds());
        body.put("token_max_ttl", role.maxTtl.toSeconds());
        if (!role.audience.isEmpty()) {
            body.put("audience", role.audience);
        }
        write("auth/" + mount + "/role/" + name, body);
    }

    /**
     * Writes to a path, and has Vault keep the answer.
     *
     * @return the wrapping token that it can be had with, once
     */
    public String wrapped(String path, Map<String, ?> body, Duration ttl) {
        HttpRequest.Builder request = request("POST", path, server.rootToken(), body)
                .header("X-Vault-Wrap-TTL", String.valueOf(ttl.toSeconds()));
        return String.valueOf(
                checked("POST", path, send(request)).object("wrap_info").get("token"));
    }

    /** Writes to a path. */
    public Answer write(String path, Map<String, ?> body) {
        return checked("POST", path, send("POST", path, server.rootToken(), body));
    }

    /** Reads a path. */
    public Answer read(String path) {
        return checked("GET", path, send("GET", path, server.rootToken(), Map.of()));
    }

    /** Deletes a path. */
    public Answer delete(String path) {
        return checked("DELETE", path, send("DELETE", path, server.rootToken(), Map.of()));
    }

    /**
     * Sends any request with any token; a refusal is an answer like others.
     *
     * @param method GET, POST, PUT, DELETE or LIST
     * @param path the path behind {@code /v1/}
     * @param token the token; empty for none
     * @param body the JSON body; empty for none
     */
    public Answer send(String method, String path, String token, Map<String, ?> body) {
        return send(request(method, path, token, body));
    }

    private HttpRequest.Builder request(String method, String path, String token, Map<String, ?> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + "/v1/" + path))
                .timeout(TIMEOUT)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.text(body)));
        return token.isEmpty() ? request : request.header("X-Vault-Token", token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), Json.object(response.body()));
        } catch (IOException failure) {
            throw new UncheckedIOException("Vault at " + server.address() + " does not answer", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private static Answer checked(String method, String path, Answer answer) {
        if (answer.status >= 400) {
            throw new IllegalStateException(
                    "Vault answered " + answer.status + " to " + method + " " + path + ": " + answer.errors());
        }
        return answer;
    }
}
