package io.github.vaultrenderer.app.settings.consultemplate;

import io.github.vaultrenderer.redact.Sensitive;
import java.nio.file.Path;

/**
 * The login that happens where there is no token.
 *
 * @param role the role; empty for no login ({@code k8s_auth_role_name}, {@code VAULT_K8S_AUTH_ROLE_NAME})
 * @param serviceAccountToken the pod's token itself; empty for the one in the file ({@code k8s_service_account_token},
 *     {@code VAULT_K8S_SERVICE_ACCOUNT_TOKEN})
 * @param serviceAccountTokenPath the file with the pod's token ({@code k8s_service_account_token_path},
 *     {@code VAULT_K8S_SERVICE_ACCOUNT_TOKEN_PATH}; /run/secrets/kubernetes.io/serviceaccount/token)
 * @param mountPath where the auth method is mounted ({@code k8s_service_mount_path}, {@code VAULT_K8S_SERVICE_MOUNT_PATH};
 *     kubernetes)
 */
public record KubernetesAuth(
        String role, Sensitive serviceAccountToken, Path serviceAccountTokenPath, String mountPath) {}
