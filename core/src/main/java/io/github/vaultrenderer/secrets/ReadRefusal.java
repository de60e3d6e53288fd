package io.github.vaultrenderer.secrets;

import io.github.vaultrenderer.failure.FailureKind;
import io.github.vaultrenderer.failure.RendererException;
import io.github.vaultrenderer.http.VaultHttpException;
import java.net.HttpURLConnection;

/** What is behind Vault's answers to a read. */
final class ReadRefusal {

    private ReadRefusal() {}

    static RendererException explain(SecretQuery query, VaultHttpException refusal) {
        if (VaultSecretSource.deadToken(refusal)) {
            return new SecretException(
                    FailureKind.IDENTITY,
                    query + ": " + refusal.getMessage(),
                    "The Vault token is expired or revoked: log in again, or give a fresh token.");
        }
        return switch (refusal.status()) {
            case HttpURLConnection.HTTP_FORBIDDEN ->
                new SecretException(
                        FailureKind.PERMISSION,
                        query + ": " + refusal.getMessage(),
                        "Let a policy of the token read that path: vault token capabilities "
                                + refusal.path()
                                + ". Policies for KV version 2 name it with data/ behind the mount.");
            case HttpURLConnection.HTTP_NOT_FOUND -> absent(query, refusal);
            case HttpURLConnection.HTTP_BAD_REQUEST, HttpURLConnection.HTTP_BAD_METHOD ->
                new SecretException(
                        FailureKind.CONFIGURATION,
                        query + ": " + refusal.getMessage(),
                        "Check what that path answers to: vault read " + query.path());
            default -> refusal;
        };
    }

    private static SecretException absent(SecretQuery query, VaultHttpException refusal) {
        if (refusal.deletionTime() != null) {
            return new SecretException(
                    FailureKind.NOT_FOUND,
                    query + ": no secret exists at " + query.path() + ": that version was deleted at "
                            + refusal.deletionTime(),
                    "Write the secret again, or bring the version back: vault kv undelete " + query.path());
        }
        return SecretException.absent(query);
    }
}
