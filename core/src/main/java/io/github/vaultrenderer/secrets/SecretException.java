package io.github.vaultrenderer.secrets;

import io.github.vaultrenderer.failure.FailureKind;
import io.github.vaultrenderer.failure.RendererException;

/** A secret that could not be had; the message names its path. */
public final class SecretException extends RendererException {

    private static final long serialVersionUID = 1L;

    SecretException(FailureKind kind, String message, String action) {
        super(kind, message, action);
    }

    @Override
    protected RendererException copy(String message, String action) {
        return new SecretException(kind(), message, action);
    }

    static SecretException fixed(SecretQuery query) {
        return new SecretException(
                FailureKind.CONFIGURATION,
                query + ": a source of fixed secrets takes no writes and issues no certificates",
                "Give the renderer a SecretSource of your own that answers this query, or an embedded Vault.");
    }

    static SecretException absent(SecretQuery query) {
        return new SecretException(
                FailureKind.NOT_FOUND,
                query + ": no secret exists at " + query.path(),
                "Check the path for a typing error, or write the secret: vault kv get " + query.path());
    }
}
