package io.github.vaultrenderer.auth;

import io.github.vaultrenderer.failure.FailureKind;
import io.github.vaultrenderer.failure.RendererException;

/** A login that failed; the message has Vault's own reason, the action the likely cause. */
public final class LoginException extends RendererException {

    private static final long serialVersionUID = 1L;

    LoginException(FailureKind kind, String message, String action) {
        super(kind, message, action);
    }

    static LoginException identity(String message, String action) {
        return new LoginException(FailureKind.IDENTITY, message, action);
    }

    @Override
    protected RendererException copy(String message, String action) {
        return new LoginException(kind(), message, action);
    }
}
