package io.github.vaultrenderer.auth;

import io.github.vaultrenderer.failure.RendererException;
import io.github.vaultrenderer.http.Deadline;
import io.github.vaultrenderer.http.VaultHttp;
import io.github.vaultrenderer.http.VaultRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Has the current token: logs in when one is first needed, again before it expires or after Vault refused it, and revokes
 * what it made when it is done. Thread-safe; logins never overlap.
 */
public final class TokenKeeper {

    private static final Log LOG = LogFactory.getLog(TokenKeeper.class);

    /** The part of a token's life after which a new one is got: what is read with it lives no longer than it does. */
    private static final double USABLE_PART = 0.9;

    private final VaultHttp http;
    private final VaultLogin login;
    private @Nullable VaultToken current;
    private Instant usableUntil = Instant.MIN;
    private boolean needed;

    /**
     * @param http reaches Vault
     * @param login gets a token
     */
    public TokenKeeper(VaultHttp http, VaultLogin login) {
        this.http = http;
        this.login = login;
    }

    /**
     * The token to use now.
     *
     * @throws RendererException when there is none to be had
     */
    public synchronized VaultToken current(Deadline deadline) {
        VaultToken token = current;
        Instant now = deadline.clock().instant();
        if (token == null || !now.isBefore(usableUntil)) {
            token = login.login(http, deadline);
            current = token;
            usableUntil = token.ttl().isZero() ? Instant.MAX : now.plus(usable(token.ttl()));
            needed = false;
        }
        return token;
    }

    /**
     * Tells that Vault refused a token.
     *
     * @return whether {@link #current} has or can get another one now
     */
    public synchronized boolean refused(VaultToken token) {
        if (token.equals(current)) {
            current = null;
        }
        return login.repeatable();
    }

    /** Tells that the current token has to outlive us: a lease hangs from it, or somebody else got it. */
    public synchronized void needed() {
        needed = true;
    }

    /**
     * Revokes the token when our login made it and nobody needs it any more, so that short runs leave nothing behind. A
     * failure is logged only: the token expires by itself.
     */
    public synchronized void revoke(Deadline deadline) {
        VaultToken token = current;
        if (token == null || !token.ours() || needed) {
            return;
        }
        current = null;
        try {
            http.send(VaultRequest.put("auth/token/revoke-self", Map.of()).with(token.value()), deadline);
        } catch (RendererException failure) {
            LOG.warn("the Vault token could not be revoked and stays until it expires: " + failure.getMessage());
        }
    }

    private static Duration usable(Duration ttl) {
        return Duration.ofMillis((long) (ttl.toMillis() * USABLE_PART));
    }
}
