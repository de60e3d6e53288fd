package io.github.vaultrenderer.auth;

import io.github.vaultrenderer.redact.Sensitive;
import java.time.Duration;

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
}
