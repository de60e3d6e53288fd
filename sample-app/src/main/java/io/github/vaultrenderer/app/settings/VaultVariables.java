package io.github.vaultrenderer.app.settings;

import io.github.vaultrenderer.auth.KubernetesLogin;
import io.github.vaultrenderer.auth.ServiceAccountTokenFile;
import io.github.vaultrenderer.failure.ConfigurationException;
import io.github.vaultrenderer.http.ClientCertificate;
import io.github.vaultrenderer.http.Trust;
import io.github.vaultrenderer.http.VaultEndpoint;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The environment variables that Vault's own programs, and the two that this one replaces, take.
 *
 * @param environment all variables; an empty one counts as not set
 * @see <a href="https://developer.hashicorp.com/vault/docs/commands#configure-environment-variables">Vault CLI, environment
 *     variables</a>
 */
public record VaultVariables(Map<String, String> environment) {

    /** Where Vault's own clients look for it when they are told nothing. */
    static final String DEFAULT_ADDRESS = "https://127.0.0.1:8200";

    private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "TRUE", "True");
    private static final Set<String> FALSE = Set.of("0", "f", "F", "false", "FALSE", "False");

    public VaultVariables {
        environment = Map.copyOf(environment);
    }

    /** A variable's value. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** A variable that names a file or folder. */
    public Optional<Path> path(String name) {
        return get(name).map(Path::of);
    }

    /** {@code VAULT_ADDR} and what says how to trust it. */
    public VaultEndpoint endpoint() {
        return behindProxy(VaultEndpoint.of(get("VAULT_ADDR").orElse(DEFAULT_ADDRESS)))
                .inNamespace(get("VAULT_NAMESPACE").orElse(""))
                .with(trust());
    }

    private Trust trust() {
        Path certificate = path("VAULT_CLIENT_CERT").orElse(null);
        return new Trust(
                get("VAULT_CAPEM").orElse(null),
                path("VAULT_CACERT").orElse(null),
                path("VAULT_CAPATH").orElse(null),
                get("VAULT_TLS_SERVER_NAME").orElse(null),
                !skipVerify(),
                certificate == null
                        ? null
                        : new ClientCertificate(
                                certificate, path("VAULT_CLIENT_KEY").orElse(certificate)));
    }

    /** The same Vault through the proxy that {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY} give for it. */
    VaultEndpoint behindProxy(VaultEndpoint endpoint) {
        return endpoint.through(ProxyVariables.proxyFor(endpoint.address(), environment));
    }

    /** {@code VAULT_SKIP_VERIFY}, in the spellings of Go's {@code strconv.ParseBool}. */
    public boolean skipVerify() {
        String value = get("VAULT_SKIP_VERIFY").orElse("false");
        if (!TRUE.contains(value) && !FALSE.contains(value)) {
            throw new ConfigurationException(
                    "VAULT_SKIP_VERIFY is neither true nor false: " + value, "Set it to true or false.");
        }
        return TRUE.contains(value);
    }

    /** The Kubernetes login for a role, at {@code VAULT_K8S_MOUNT_PATH}, with the token in {@code SERVICE_ACCOUNT_PATH}. */
    public KubernetesLogin login(String role) {
        return new KubernetesLogin(
                role,
                get("VAULT_K8S_MOUNT_PATH").orElse(KubernetesLogin.DEFAULT_MOUNT_PATH),
                new ServiceAccountTokenFile(path("SERVICE_ACCOUNT_PATH").orElse(ServiceAccountTokenFile.DEFAULT_PATH)));
    }
}
