package io.github.vaultrenderer.auth;

import io.github.vaultrenderer.redact.Sensitive;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service-account token says of itself. Decoded without checking the signature: for messages only, never to decide
 * anything.
 *
 * @param subject {@code system:serviceaccount:<namespace>:<name>}
 * @param issuer who signed it
 * @param audiences whom it is for
 * @param expires when it expires; {@code null} when it does not say
 */
record JwtClaims(
        String subject,
        String issuer,
        List<String> audiences,
        @Nullable Instant expires) {

    private static final int PARTS = 3;
    private static final String PREFIX = "system:serviceaccount:";

    /** The claims; {@code null} when the token is no JWT. */
    static @Nullable JwtClaims of(Sensitive token) {
        String[] parts = token.reveal().split("\\.", -1);
        if (parts.length != PARTS) {
            return null;
        }
        try {
            byte[] payload = Base64.getUrlDecoder().decode(parts[1]);
            JsonNode claims = JsonMapper.shared().readTree(new String(payload, StandardCharsets.UTF_8));
            return new JwtClaims(
                    claims.path("sub").asString(""),
                    claims.path("iss").asString(""),
                    audiences(claims.path("aud")),
                    claims.path("exp").isNumber()
                            ? Instant.ofEpochSecond(claims.path("exp").asLong())
                            : null);
        } catch (IllegalArgumentException | JacksonException notJwt) {
            return null;
        }
    }

    /** The service account as people name it: {@code "app1" in namespace "org1"}. */
    String account() {
        String[] names =
                subject.startsWith(PREFIX) ? subject.substring(PREFIX.length()).split(":", -1) : new String[0];
        return names.length == 2 ? "\"" + names[1] + "\" in namespace \"" + names[0] + "\"" : "\"" + subject + "\"";
    }

    private static List<String> audiences(JsonNode audience) {
        return audience.isArray()
                ? audience.valueStream().map(node -> node.asString("")).toList()
                : List.of(audience.asString(""));
    }
}
