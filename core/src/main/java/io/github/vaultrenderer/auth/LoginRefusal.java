package io.github.vaultrenderer.auth;

import io.github.vaultrenderer.failure.FailureKind;
import io.github.vaultrenderer.failure.RendererException;
import io.github.vaultrenderer.http.VaultHttpException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is behind Vault's answers to a Kubernetes login. Vault tells little on purpose; the likely cause is named from its
 * words and from what the token says of itself.
 */
final class LoginRefusal {

    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private LoginRefusal() {}

    /** A text of Vault, the kind of failure that it means, and what to do; {@code %r}, {@code %m}, {@code %a} stand for
     * role, mount path and service account. */
    private record Row(String says, FailureKind kind, String action) {}

    private static final List<Row> ROWS = List.of(
            new Row(
                    "invalid role name",
                    FailureKind.CONFIGURATION,
                    "Vault has no role \"%r\" at auth/%m: create it, or correct VAULT_ROLE. vault list auth/%m/role shows"
                            + " the roles."),
            new Row(
                    "missing client token",
                    FailureKind.CONFIGURATION,
                    "Nothing is mounted at auth/%m: correct VAULT_K8S_MOUNT_PATH. vault auth list shows the mounts."),
            new Row(
                    "could not load backend configuration",
                    FailureKind.CONFIGURATION,
                    "The auth method is mounted but not configured: vault write auth/%m/config kubernetes_host=…"),
            new Row(
                    "service account name not authorized",
                    FailureKind.IDENTITY,
                    "Role \"%r\" is not bound to the pod's service account %a: set serviceAccountName in the pod, or add"
                            + " the name to bound_service_account_names."),
            new Row(
                    "namespace not authorized",
                    FailureKind.IDENTITY,
                    "Role \"%r\" is not bound to the namespace of the pod's service account %a: add it to"
                            + " bound_service_account_namespaces, or deploy the pod elsewhere."),
            new Row(
                    "failed to get namespace",
                    FailureKind.IDENTITY,
                    "Role \"%r\" selects namespaces by label, and Vault's reviewer may not read namespaces: grant it get"
                            + " on namespaces."),
            new Row(
                    "invalid audience",
                    FailureKind.IDENTITY,
                    "Role \"%r\" wants another audience than the token has: project a service-account token with the"
                            + " role's audience, and set SERVICE_ACCOUNT_PATH to it."),
            new Row(
                    "invalid issuer",
                    FailureKind.IDENTITY,
                    "The auth method at auth/%m checks the issuer: set its issuer, or disable_iss_validation=true."),
            new Row(
                    "token is expired",
                    FailureKind.IDENTITY,
                    "The service-account token is stale: use the projected file and not a copy, and check the clocks."),
            new Row(
                    "token not yet valid",
                    FailureKind.IDENTITY,
                    "The clocks of Vault and of the API server differ: synchronise them."));

    static RendererException explain(
            KubernetesLogin login, VaultHttpException refusal, @Nullable JwtClaims claims, InstantSource clock) {
        for (Row row : ROWS) {
            if (refusal.says(row.says)) {
                return new LoginException(row.kind, message(login, refusal), filled(row.action, login, claims));
            }
        }
        if (refusal.status() == FORBIDDEN) {
            return new LoginException(
                    FailureKind.IDENTITY, message(login, refusal), bareRefusal(login, claims, clock.instant()));
        }
        if (refusal.status() == BAD_REQUEST || refusal.status() == NOT_FOUND) {
            return new LoginException(
                    FailureKind.CONFIGURATION,
                    message(login, refusal),
                    filled(
                            "Check that auth/%m is a Kubernetes auth method (vault auth list) and that \"%r\" is a role"
                                    + " of it.",
                            login, claims));
        }
        return refusal;
    }

    private static String message(KubernetesLogin login, VaultHttpException refusal) {
        String reason = refusal.errors().isEmpty() ? "" : ": " + String.join("; ", refusal.errors());
        return "login as role \"" + login.role() + "\" at auth/" + login.mountPath() + " refused: Vault answered "
                + refusal.status() + reason;
    }

    /** Vault's masked answer: what the token itself gives away comes first, then what cannot be seen from here. */
    private static String bareRefusal(KubernetesLogin login, @Nullable JwtClaims claims, Instant now) {
        if (claims == null) {
            return "The service-account token is no JWT: check that SERVICE_ACCOUNT_PATH names the token's file.";
        }
        if (claims.expires() != null && claims.expires().isBefore(now)) {
            return "The service-account token expired at " + claims.expires()
                    + ": use the projected file and not a copy of it, and check the clocks.";
        }
        return filled(
                "Vault hides the reason. Likely: nothing is mounted at auth/%m; Vault's reviewer token is expired"
                        + " or lacks system:auth-delegator; Vault cannot reach the Kubernetes API or does not trust it; or the"
                        + " API server does not know the pod's service account %a any more. The token's issuer is "
                        + claims.issuer() + ", its audience " + claims.audiences() + ".",
                login,
                claims);
    }

    private static String filled(String text, KubernetesLogin login, @Nullable JwtClaims claims) {
        return text.replace("%r", login.role())
                .replace("%m", login.mountPath())
                .replace("%a", claims == null ? "(unknown: its token is no JWT)" : claims.account());
    }
}
