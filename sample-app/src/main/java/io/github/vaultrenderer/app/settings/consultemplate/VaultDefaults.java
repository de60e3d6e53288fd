package io.github.vaultrenderer.app.settings.consultemplate;

import io.github.vaultrenderer.failure.ConfigurationException;
import io.github.vaultrenderer.redact.Sensitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Fills in what no layer says of Vault, from variables and defaults.
 *
 * @see <a href="https://github.com/hashicorp/consul-template/blob/v0.41.1/config/vault.go">consul-template,
 *     VaultConfig.Finalize</a>
 */
final class VaultDefaults {

    private static final String SERVICE_ACCOUNT_TOKEN = "/run/secrets/kubernetes.io/serviceaccount/token";
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final double THRESHOLD = 0.9;
    private static final int ATTEMPTS = 12;
    private static final int IDLE_PER_HOST = 100;

    private final Layer layer;
    private final Defaults defaults;
    private final Variables variables;

    VaultDefaults(Layer layer, Variables variables) {
        this.layer = layer;
        this.defaults = new Defaults(layer);
        this.variables = variables;
    }

    VaultConfig vault() {
        String address = text("vault.address", "VAULT_ADDR", "");
        TokenSource token = token();
        Double threshold = layer.real("vault.lease_renewal_threshold");
        return new VaultConfig(
                defaults.truth("vault.enabled", !address.isEmpty()),
                address,
                text("vault.namespace", "VAULT_NAMESPACE", ""),
                token,
                kubernetes(),
                truth("vault.unwrap_token", "VAULT_UNWRAP_TOKEN", false),
                truth("vault.renew_token", "VAULT_RENEW_TOKEN", isRenewable(token)),
                defaults.text("vault.client_user_agent", ""),
                defaults.duration("vault.default_lease_duration", LEASE),
                threshold == null ? THRESHOLD : threshold,
                retry(),
                ssl(),
                transport(),
                new VaultClientDefaults(variables).client());
    }

    private String text(String path, String variable, String otherwise) {
        String text = layer.text(path);
        return text == null ? variables.text(otherwise, variable) : text;
    }

    private boolean truth(String path, String variable, boolean otherwise) {
        Boolean truth = variables.truth(variable);
        return defaults.truth(path, truth == null ? otherwise : truth);
    }

    private static boolean isRenewable(TokenSource token) {
        return token instanceof TokenSource.Given || token instanceof TokenSource.HomeFile;
    }

    private TokenSource token() {
        String agentFile = layer.text("vault.vault_agent_token_file");
        if (agentFile != null) {
            return agentFile.isEmpty() ? new TokenSource.None() : new TokenSource.AgentFile(path(agentFile));
        }
        Sensitive token = layer.secret("vault.token");
        Sensitive given = token == null ? Sensitive.of(variables.text("", "VAULT_TOKEN")) : token;
        if (given.length() > 0) {
            return new TokenSource.Given(given);
        }
        Path home = homeFile();
        return home == null ? new TokenSource.None() : new TokenSource.HomeFile(home);
    }

    private @Nullable Path homeFile() {
        String home = variables.environment().getOrDefault("HOME", "");
        if (home.isEmpty()) {
            return null;
        }
        Path file = path(home).resolve(".vault-token");
        try {
            return Files.isReadable(file) && !Files.readString(file).isBlank() ? file : null;
        } catch (IOException unreadable) {
            return null;
        }
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException wrong) {
            throw new ConfigurationException("a path with a character that no path has", "Correct the path.");
        }
    }

    private KubernetesAuth kubernetes() {
        Sensitive token = layer.secret("vault.k8s_service_account_token");
        return new KubernetesAuth(
                text("vault.k8s_auth_role_name", "VAULT_K8S_AUTH_ROLE_NAME", ""),
                token == null ? Sensitive.of(variables.text("", "VAULT_K8S_SERVICE_ACCOUNT_TOKEN")) : token,
                path(text(
                        "vault.k8s_service_account_token_path",
                        "VAULT_K8S_SERVICE_ACCOUNT_TOKEN_PATH",
                        SERVICE_ACCOUNT_TOKEN)),
                text("vault.k8s_service_mount_path", "VAULT_K8S_SERVICE_MOUNT_PATH", "kubernetes"));
    }

    private RetryConfig retry() {
        return new RetryConfig(
                defaults.truth("vault.retry.enabled", true),
                defaults.whole("vault.retry.attempts", ATTEMPTS),
                defaults.duration("vault.retry.backoff", Duration.ofMillis(250)),
                defaults.duration("vault.retry.max_backoff", Duration.ofMinutes(1)));
    }

    private SslConfig ssl() {
        Boolean skip = variables.truth("VAULT_SKIP_VERIFY");
        return new SslConfig(
                defaults.truth("vault.ssl.enabled", true),
                defaults.truth("vault.ssl.verify", skip == null || !skip),
                text("vault.ssl.cert", "VAULT_CLIENT_CERT", ""),
                text("vault.ssl.key", "VAULT_CLIENT_KEY", ""),
                text("vault.ssl.ca_cert", "VAULT_CACERT", ""),
                text("vault.ssl.ca_cert_bytes", "VAULT_CACERT_BYTES", ""),
                text("vault.ssl.ca_path", "VAULT_CAPATH", ""),
                text("vault.ssl.server_name", "VAULT_TLS_SERVER_NAME", ""));
    }

    private TransportConfig transport() {
        return new TransportConfig(
                defaults.duration("vault.transport.dial_keep_alive", Duration.ofSeconds(30)),
                defaults.duration("vault.transport.dial_timeout", Duration.ofSeconds(30)),
                defaults.truth("vault.transport.disable_keep_alives", false),
                defaults.duration("vault.transport.idle_conn_timeout", Duration.ofSeconds(5)),
                defaults.whole("vault.transport.max_idle_conns", 0),
                defaults.whole("vault.transport.max_idle_conns_per_host", IDLE_PER_HOST),
                defaults.whole("vault.transport.max_conns_per_host", 0),
                defaults.duration("vault.transport.tls_handshake_timeout", Duration.ofSeconds(10)));
    }
}
