package io.github.vaultrenderer.http;

import io.github.vaultrenderer.failure.FailureKind;
import java.util.List;

/**
 * What an error status of Vault means: the one table of it.
 *
 * @param kind the kind of failure
 * @param transientFailure whether it can pass by itself
 * @param action what to do about it
 * @see <a href="https://developer.hashicorp.com/vault/api-docs#http-status-codes">HTTP status codes</a>
 */
record StatusMeaning(FailureKind kind, boolean transientFailure, String action) {

    static StatusMeaning of(int status, List<String> errors) {
        if (says(errors, "HTTP request to an HTTPS server")) {
            return permanent(FailureKind.CONFIGURATION, "Vault speaks TLS there: write https:// in VAULT_ADDR.");
        }
        // The plugin answers 500 for a mount that nobody configured; no time heals that.
        if (says(errors, "could not load backend configuration")) {
            return permanent(
                    FailureKind.CONFIGURATION,
                    "Configure the auth method on Vault: vault write auth/<mount>/config kubernetes_host=…");
        }
        return switch (status) {
            case 400, 405, 413 ->
                permanent(FailureKind.CONFIGURATION, "Correct the role, the mount path or the path that is asked for.");
            case 403 -> permanent(FailureKind.PERMISSION, "Check the token and the policies that it carries.");
            case 404 -> permanent(FailureKind.NOT_FOUND, "Check the path.");
            case 412 -> passing("A Vault standby is behind the active node; it catches up by itself.");
            case 429, 473 -> passing("Vault limits the rate or is a standby: look at its quotas and at sys/health.");
            case 503 -> passing("Vault is sealed or in maintenance: unseal it.");
            default ->
                status >= 500
                        ? passing("Look at Vault's own log and at sys/health.")
                        : permanent(FailureKind.UNAVAILABLE, "Check that VAULT_ADDR is Vault itself, and not a proxy.");
        };
    }

    private static StatusMeaning permanent(FailureKind kind, String action) {
        return new StatusMeaning(kind, false, action);
    }

    private static StatusMeaning passing(String action) {
        return new StatusMeaning(FailureKind.UNAVAILABLE, true, action);
    }

    private static boolean says(List<String> errors, String words) {
        return errors.stream().anyMatch(error -> error.contains(words));
    }
}
