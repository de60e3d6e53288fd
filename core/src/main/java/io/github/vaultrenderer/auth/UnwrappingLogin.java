package io.github.vaultrenderer.auth;

import io.github.vaultrenderer.failure.FailureKind;
import io.github.vaultrenderer.failure.RendererException;
import io.github.vaultrenderer.http.Deadline;
import io.github.vaultrenderer.http.VaultHttp;
import io.github.vaultrenderer.http.VaultHttpException;
import io.github.vaultrenderer.http.VaultRequest;
import io.github.vaultrenderer.http.VaultResponse;
import java.util.Map;

/**
 * A token that came wrapped in another one, which is used up by unwrapping it.
 *
 * @param wrapping gives the wrapping token
 * @see <a href="https://developer.hashicorp.com/vault/docs/concepts/response-wrapping">Response wrapping</a>
 */
record UnwrappingLogin(TokenLogin wrapping) implements VaultLogin {

    private static final String PATH = "sys/wrapping/unwrap";

    @Override
    public VaultToken login(VaultHttp http, Deadline deadline) {
        VaultToken wrapped = wrapping.login(http, deadline);
        try {
            return token(http.send(VaultRequest.put(PATH, Map.of()).with(wrapped.value()), deadline));
        } catch (VaultHttpException refusal) {
            throw explained(refusal);
        }
    }

    @Override
    public boolean repeatable() {
        return false;
    }

    private static VaultToken token(VaultResponse response) {
        // Somebody else had it made, and may count on it.
        VaultToken token = VaultToken.in(response, false);
        if (token == null) {
            throw LoginException.identity(
                    "what the wrapping token held is no login: there is no token in it",
                    "Wrap the answer of a login or of auth/token/create, and not a secret.");
        }
        return token;
    }

    private static RendererException explained(VaultHttpException refusal) {
        if (refusal.kind() == FailureKind.UNAVAILABLE || refusal.status() == VaultHttpException.NO_ANSWER) {
            return refusal;
        }
        return LoginException.identity(
                "the wrapped Vault token cannot be unwrapped: Vault answered " + refusal.status()
                        + (refusal.errors().isEmpty() ? "" : ": " + String.join("; ", refusal.errors())),
                "A wrapping token is good once and for a short time: have a new one made for each run. If nobody here"
                        + " used it, somebody else did: revoke what it held. If the token is not wrapped, leave"
                        + " unwrap_token off.");
    }
}
