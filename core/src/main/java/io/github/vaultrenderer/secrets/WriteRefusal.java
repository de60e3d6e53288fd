package io.github.vaultrenderer.secrets;

import io.github.vaultrenderer.failure.FailureKind;
import io.github.vaultrenderer.failure.RendererException;
import io.github.vaultrenderer.http.VaultHttpException;
import java.net.HttpURLConnection;

/** What is behind Vault's answers to a write, or to a request for a certificate. */
final class WriteRefusal {

    private WriteRefusal() {}

    static RendererException explain(SecretQuery query, VaultHttpException refusal) {
        String message = query + ": " + refusal.getMessage();
        if (VaultSecretSource.deadToken(refusal)) {
            return ReadRefusal.explain(query, refusal);
        }
        return switch (refusal.status()) {
            case HttpURLConnection.HTTP_FORBIDDEN ->
                new SecretException(
                        FailureKind.PERMISSION,
                        message,
                        "Let a policy of the token create and update that path: vault token capabilities "
                                + refusal.path()
                                + ". Policies for KV version 2 name it with data/ behind the mount.");
            case HttpURLConnection.HTTP_NOT_FOUND ->
                new SecretException(
                        FailureKind.NOT_FOUND,
                        message,
                        "Check the path for a typing error, and that its engine is mounted: vault secrets list");
            case HttpURLConnection.HTTP_BAD_REQUEST, HttpURLConnection.HTTP_BAD_METHOD ->
                new SecretException(
                        FailureKind.CONFIGURATION,
                        message,
                        "Check what that path takes: vault path-help " + query.path());
            default -> refusal;
        };
    }
}
