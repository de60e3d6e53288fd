package io.github.vaultrenderer.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Vault's Kubernetes auth method: its checks, in its order, with its words.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/auth/kubernetes">Kubernetes auth method API</a>
 */
final class KubernetesAuthMethod {

    private static final Duration LEEWAY = Duration.ofSeconds(60);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String SUBJECT = "system:serviceaccount:";

    private final Tokens tokens;
    private final InstantSource clock;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, ApiRequest> roles = new ConcurrentHashMap<>();
    private volatile @Nullable ApiRequest config;

    KubernetesAuthMethod(Tokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    Reply configure(ApiRequest request) throws Refusal {
        if (request.text("kubernetes_host").isEmpty()) {
            throw new Refusal(400, "no host provided");
        }
        config = request;
        return Reply.NO_CONTENT;
    }

    Reply role(ApiRequest request, String name) throws Refusal {
        if (request.reads()) {
            ApiRequest role = roles.get(name);
            if (role == null) {
                throw Refusal.notFound();
            }
            return Reply.data(new LinkedHashMap<>(role.body()));
        }
        roles.put(name, request);
        return Reply.NO_CONTENT;
    }

    Reply login(ApiRequest request) throws Refusal {
        String jwt = request.text("jwt");
        if (request.text("role").isEmpty()) {
            throw new Refusal(400, "missing role");
        }
        if (jwt.isEmpty()) {
            throw new Refusal(400, "missing jwt");
        }
        ApiRequest role = roles.get(request.text("role"));
        if (role == null) {
            throw new Refusal(400, "invalid role name \"" + request.text("role") + "\"");
        }
        ApiRequest settings = config;
        if (settings == null) {
            throw new Refusal(500, "could not load backend configuration");
        }
        JWTClaimsSet claims = checked(jwt, role, settings);
        String[] account = claims.getSubject().substring(SUBJECT.length()).split(":", 2);
        bound(role, "bound_service_account_namespaces", account[0], "namespace not authorized");
        bound(role, "bound_service_account_names", account[1], "service account name not authorized");
        review(jwt, role, settings, claims.getSubject());
        return Reply.auth(tokens.auth(token(role, account)));
    }

    private Tokens.Token token(ApiRequest role, String[] account) {
        return tokens.create(new Tokens.Wish(
                role.texts("token_policies"),
                Duration.ofSeconds(role.number("token_ttl")),
                Duration.ofSeconds(role.number("token_max_ttl")),
                (int) role.number("token_num_uses"),
                role.text("token_type").equals("batch"),
                Map.of("service_account_namespace", account[0], "service_account_name", account[1])));
    }

    private JWTClaimsSet checked(String jwt, ApiRequest role, ApiRequest settings) throws Refusal {
        try {
            SignedJWT parsed = ServiceAccountIssuer.parsed(jwt);
            JWTClaimsSet claims = parsed.getJWTClaimsSet();
            List<String> keys = settings.texts("pem_keys");
            if (!keys.isEmpty() && keys.stream().noneMatch(key -> signed(parsed, key))) {
                throw new Refusal(403, "permission denied");
            }
            Instant now = clock.instant();
            if (claims.getExpirationTime().toInstant().plus(LEEWAY).isBefore(now)) {
                throw new Refusal(403, "invalid expiration time (exp) claim: token is expired");
            }
            if (claims.getNotBeforeTime().toInstant().minus(LEEWAY).isAfter(now)) {
                throw new Refusal(403, "invalid not before (nbf) claim: token not yet valid");
            }
            String audience = role.text("audience");
            if (!audience.isEmpty() && !claims.getAudience().contains(audience)) {
                throw new Refusal(
                        403, "invalid audience (aud) claim: audience claim does not match any expected audience");
            }
            if (claims.getSubject() == null || !claims.getSubject().startsWith(SUBJECT)) {
                throw new Refusal(403, "permission denied");
            }
            return claims;
        } catch (ParseException notJwt) {
            throw new Refusal(403, "permission denied");
        }
    }

    private static boolean signed(SignedJWT jwt, String pem) {
        try {
            return jwt.verify(
                    new RSASSAVerifier(JWK.parseFromPEMEncodedObjects(pem).toRSAKey()));
        } catch (JOSEException otherKey) {
            return false;
        }
    }

    private static void bound(ApiRequest role, String list, String name, String refusal) throws Refusal {
        List<String> allowed = role.texts(list);
        if (!allowed.contains("*") && !allowed.contains(name)) {
            throw new Refusal(403, refusal);
        }
    }

    /** Asks the API server. Every way in which that can fail looks the same from outside. */
    private void review(String jwt, ApiRequest role, ApiRequest settings, String subject) throws Refusal {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("token", jwt);
        if (!role.text("audience").isEmpty()) {
            spec.put("audiences", List.of(role.text("audience")));
        }
        String reviewer = settings.text("token_reviewer_jwt");
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(settings.text("kubernetes_host") + "/apis/authentication.k8s.io/v1/tokenreviews"))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + (reviewer.isEmpty() ? jwt : reviewer))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.text(
                        Map.of("apiVersion", "authentication.k8s.io/v1", "kind", "TokenReview", "spec", spec))))
                .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            Object status = Json.object(response.body()).get("status");
            boolean good = response.statusCode() / 100 == 2
                    && status instanceof Map<?, ?> review
                    && Boolean.TRUE.equals(review.get("authenticated"))
                    && review.get("user") instanceof Map<?, ?> user
                    && subject.equals(user.get("username"));
            if (!good) {
                throw new Refusal(403, "permission denied");
            }
        } catch (IOException unreachable) {
            throw new Refusal(403, "permission denied");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal(500, "internal error");
        }
    }
}
