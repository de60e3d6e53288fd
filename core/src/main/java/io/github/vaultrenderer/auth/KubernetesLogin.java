package io.github.vaultrenderer.auth;

import io.github.vaultrenderer.failure.ConfigurationException;
import io.github.vaultrenderer.failure.FailureKind;
import io.github.vaultrenderer.http.Deadline;
import io.github.vaultrenderer.http.VaultHttp;
import io.github.vaultrenderer.http.VaultHttpException;
import io.github.vaultrenderer.http.VaultRequest;
import io.github.vaultrenderer.http.VaultResponse;
import io.github.vaultrenderer.redact.Sensitive;
import java.nio.file.Path;
import java.util.Map;

/**
 * Logs a pod in by Vault's Kubernetes auth method: Vault has the API server review the service-account token.
 *
 * @param role the role in Vault that is asked for
 * @param mountPath where the auth method is mounted, without {@code auth/}; {@code kubernetes} by default
 * @param identity the pod's identity
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/auth/kubernetes#login">Kubernetes auth method, login</a>
 */
public record KubernetesLogin(String role, String mountPath, PodIdentity identity) implements VaultLogin {

    /** Where Vault mounts the auth method unless told otherwise. */
    public static final String DEFAULT_MOUNT_PATH = "kubernetes";

    /** Tries after a masked refusal: under two seconds with the default waits. */
    private static final int MASKED_REFUSALS = 3;

    /**
     * Checks it.
     *
     * @throws ConfigurationException when the role or the mount path is empty
     */
    public KubernetesLogin {
        if (role.isBlank()) {
            throw new ConfigurationException(
                    "no role is set for the login to Vault",
                    "Set VAULT_ROLE (or vault-renderer.role) to a role of the Kubernetes auth method.");
        }
        mountPath = trimmed(mountPath);
        if (mountPath.isEmpty()) {
            throw new ConfigurationException(
                    "the mount path of the Kubernetes auth method is empty",
                    "Set VAULT_K8S_MOUNT_PATH to its mount path, or leave it unset for \"kubernetes\".");
        }
    }

    /**
     * The usual login: default mount path, the pod's default token file.
     *
     * @throws ConfigurationException when the role is empty
     */
    public static KubernetesLogin asRole(String role) {
        return new KubernetesLogin(
                role, DEFAULT_MOUNT_PATH, new ServiceAccountTokenFile(ServiceAccountTokenFile.DEFAULT_PATH));
    }

    /** The same login at another mount path; {@code auth/} before it may stand or be left out. */
    public KubernetesLogin atMountPath(String mountPath) {
        return new KubernetesLogin(role, mountPath, identity);
    }

    /** The same login with the service-account token in another file. */
    public KubernetesLogin withTokenFile(Path file) {
        return new KubernetesLogin(role, mountPath, new ServiceAccountTokenFile(file));
    }

    @Override
    public VaultToken login(VaultHttp http, Deadline deadline) {
        Sensitive jwt = identity.token();
        VaultRequest request = VaultRequest.put(
                        "auth/" + mountPath + "/login", Map.of("role", role, "jwt", jwt.reveal()))
                .with(MASKED_REFUSALS);
        try {
            return token(http.send(request, deadline));
        } catch (VaultHttpException refusal) {
            throw LoginRefusal.explain(this, refusal, JwtClaims.of(jwt), deadline.clock());
        }
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    private VaultToken token(VaultResponse response) {
        VaultToken token = VaultToken.in(response, true);
        if (token == null) {
            throw new LoginException(
                    FailureKind.CONFIGURATION,
                    "the login at auth/" + mountPath + " gave no token",
                    "Check that the mount path is that of a Kubernetes auth method: vault auth list");
        }
        return token;
    }

    private static String trimmed(String path) {
        String trimmed = path.strip().replaceAll("^/+|/+$", "");
        return trimmed.startsWith("auth/") ? trimmed.substring("auth/".length()) : trimmed;
    }
}
