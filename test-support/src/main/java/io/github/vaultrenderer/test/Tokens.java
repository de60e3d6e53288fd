package io.github.vaultrenderer.test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The tokens: made, used up, prolonged, revoked.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/concepts/tokens">Tokens</a>
 */
final class Tokens {

    private static final Duration DEFAULT_TTL = Duration.ofDays(32);

    private final InstantSource clock;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    Tokens(InstantSource clock) {
        this.clock = clock;
    }

    /** What a new token is to be. A maximum of zero is none of its own; {@code uses} zero means any number. */
    record Wish(
            List<String> policies,
            Duration ttl,
            Duration maxTtl,
            int uses,
            boolean batch,
            Map<String, String> metadata) {}

    static final class Token {
        private final String id;
        private final String accessor;
        private final Wish wish;
        private final Instant created;
        private Instant expires;
        private int usesLeft;

        private Token(String id, String accessor, Wish wish, Instant created, Instant expires) {
            this.id = id;
            this.accessor = accessor;
            this.wish = wish;
            this.created = created;
            this.expires = expires;
            this.usesLeft = wish.uses;
        }

        String id() {
            return id;
        }

        List<String> policies() {
            return wish.policies;
        }

        boolean root() {
            return wish.policies.contains("root");
        }
    }

    Token create(Wish wish) {
        String prefix = wish.batch ? "hvb." : "hvs.";
        String id = prefix + UUID.randomUUID().toString().replace("-", "");
        Instant now = clock.instant();
        boolean root = wish.policies.contains("root");
        Duration ttl = wish.ttl.isZero() ? DEFAULT_TTL : wish.ttl;
        Duration most = wish.maxTtl.isZero() ? DEFAULT_TTL : wish.maxTtl;
        Instant expires = root ? Instant.MAX : now.plus(ttl.compareTo(most) < 0 ? ttl : most);
        Token token = new Token(id, wish.batch ? "" : UUID.randomUUID().toString(), wish, now, expires);
        tokens.put(id, token);
        return token;
    }

    /** The token for a request, one use of which is taken; {@code null} when it is not good. */
    synchronized @Nullable Token use(String id) {
        Token token = tokens.get(id);
        if (token == null || !clock.instant().isBefore(token.expires)) {
            return null;
        }
        if (token.wish.uses > 0 && --token.usesLeft <= 0) {
            // Good for this request, the last one.
            tokens.remove(id);
        }
        return token;
    }

    void revoke(Token token) {
        tokens.remove(token.id);
    }

    int count() {
        return (int) tokens.values().stream().filter(token -> !token.root()).count();
    }

    /** Prolongs a token, never past its maximum. */
    synchronized Reply renew(Token token, Duration increment) throws Refusal {
        if (token.wish.batch) {
            throw new Refusal(400, "batch tokens cannot be renewed");
        }
        if (!token.root()) {
            Duration most = token.wish.maxTtl.isZero() ? DEFAULT_TTL : token.wish.maxTtl;
            Duration wanted = increment.isZero() ? token.wish.ttl : increment;
            Instant until = clock.instant().plus(wanted.isZero() ? DEFAULT_TTL : wanted);
            Instant last = token.created.plus(most);
            token.expires = until.isBefore(last) ? until : last;
        }
        return Reply.auth(auth(token));
    }

    long secondsLeft(Token token) {
        return token.root()
                ? 0
                : Math.round(Duration.between(clock.instant(), token.expires).toMillis() / 1000.0);
    }

    Map<String, @Nullable Object> auth(Token token) {
        Map<String, @Nullable Object> auth = new LinkedHashMap<>();
        auth.put("client_token", token.id);
        auth.put("accessor", token.accessor);
        auth.put("policies", named(token));
        auth.put("token_policies", named(token));
        auth.put("metadata", token.wish.metadata);
        auth.put("lease_duration", secondsLeft(token));
        auth.put("renewable", !token.wish.batch && !token.root());
        auth.put("token_type", token.wish.batch ? "batch" : "service");
        auth.put("num_uses", token.wish.uses);
        return auth;
    }

    Map<String, @Nullable Object> lookup(Token token) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("id", token.id);
        data.put("accessor", token.accessor);
        data.put("policies", named(token));
        data.put("ttl", secondsLeft(token));
        data.put("explicit_max_ttl", 0);
        data.put("num_uses", token.usesLeft);
        data.put("renewable", !token.wish.batch && !token.root());
        data.put("type", token.wish.batch ? "batch" : "service");
        data.put("meta", token.wish.metadata.isEmpty() ? null : token.wish.metadata);
        return data;
    }

    /** Every token but root's has the default policy. */
    private static List<String> named(Token token) {
        List<String> names = new ArrayList<>(token.wish.policies);
        if (!token.root() && !names.contains("default")) {
            names.add(0, "default");
        }
        return names;
    }
}
