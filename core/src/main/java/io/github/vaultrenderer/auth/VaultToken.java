package io.github.vaultrenderer.auth;

import io.github.vaultrenderer.http.VaultResponse;
import io.github.vaultrenderer.redact.Sensitive;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Vault token. Prints without its value.
 *
 * @param value the token
 * @param accessor names the token without giving its power; empty when it is not known, and for batch tokens
 * @param ttl how long it lives from now; zero for ever or not known
 * @param renewable whether it can be prolonged
 * @param ours whether our login made it, so that it is ours to revoke
 * @see <a href="https://developer.hashicorp.com/vault/docs/concepts/tokens">Tokens</a>
 */
public record VaultToken(Sensitive value, String accessor, Duration ttl, boolean renewable, boolean ours) {

    /** A token that somebody else made. */
    public static VaultToken given(Sensitive value) {
        return new VaultToken(value, "", Duration.ZERO, false, false);
    }

    /**
     * The token that an answer of Vault holds; {@code null} when there is none in it.
     *
     * @param ours whether our login made it. A batch token is never ours to revoke: it has no accessor and cannot be
     * @see <a href="https://developer.hashicorp.com/vault/api-docs/auth/kubernetes#login">Kubernetes auth method, login</a>
     */
    static @Nullable VaultToken in(VaultResponse response, boolean ours) {
        Map<String, ?> auth = response.object("auth");
        if (!(auth.get("client_token") instanceof String token) || token.isEmpty()) {
            return null;
        }
        String accessor = auth.get("accessor") instanceof String text ? text : "";
        return new VaultToken(
                Sensitive.of(token),
                accessor,
                VaultResponse.seconds(auth.get("lease_duration")),
                Boolean.TRUE.equals(auth.get("renewable")),
                ours && !accessor.isEmpty());
    }
}
