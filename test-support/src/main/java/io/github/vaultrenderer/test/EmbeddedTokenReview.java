package io.github.vaultrenderer.test;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The part of a Kubernetes API server that Vault's Kubernetes auth method asks: whether a service-account token is good.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/authentication-resources/token-review-v1/">TokenReview</a>
 */
public final class EmbeddedTokenReview implements AutoCloseable {

    private static final String PATH = "/apis/authentication.k8s.io/v1/tokenreviews";

    private final ServiceAccountIssuer issuer;
    private final Set<String> deleted = ConcurrentHashMap.newKeySet();
    private final HttpService service;
    private volatile boolean available = true;

    private EmbeddedTokenReview(ServiceAccountIssuer issuer) {
        this.issuer = issuer;
        this.service = HttpService.start("127.0.0.1", 0, null, null, this::handle);
    }

    /** Reviews the tokens of that issuer, over plain HTTP on a free port. */
    public static EmbeddedTokenReview start(ServiceAccountIssuer issuer) {
        return new EmbeddedTokenReview(issuer);
    }

    /** What to tell Vault as {@code kubernetes_host}. */
    public URI address() {
        return service.address();
    }

    /** Makes tokens of a service account bad from now on, as deleting it does. */
    public void delete(String namespace, String serviceAccount) {
        deleted.add("system:serviceaccount:" + namespace + ":" + serviceAccount);
    }

    /** Makes every answer a 503, or ends that. */
    public void setAvailable(boolean available) {
        this.available = available;
    }

    @Override
    public void close() {
        service.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (!available) {
                answer(exchange, 503, status(503, "the server is currently unable to handle the request"));
            } else if (!exchange.getRequestURI().getPath().equals(PATH)) {
                answer(exchange, 404, status(404, "the server could not find the requested resource"));
            } else if (!authorized(exchange)) {
                answer(exchange, 401, status(401, "Unauthorized"));
            } else {
                answer(exchange, 201, review(Json.object(body)));
            }
        }
    }

    /** The reviewer has to have a good token of its own. */
    private boolean authorized(HttpExchange exchange) {
        String header = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        return header.startsWith("Bearer ")
                && problem(header.substring("Bearer ".length()), List.of(ServiceAccountIssuer.ISSUER)) == null;
    }

    private Map<String, Object> review(Map<String, Object> request) {
        Map<?, ?> spec = request.get("spec") instanceof Map<?, ?> map ? map : Map.of();
        String token = String.valueOf(spec.get("token"));
        List<String> audiences = new ArrayList<>();
        if (spec.get("audiences") instanceof List<?> wanted) {
            wanted.forEach(audience -> audiences.add(String.valueOf(audience)));
        }
        if (audiences.isEmpty()) {
            audiences.add(ServiceAccountIssuer.ISSUER);
        }
        Map<String, Object> status = new LinkedHashMap<>();
        String problem = problem(token, audiences);
        if (problem == null) {
            status.put("authenticated", true);
            status.put("user", user(token));
            status.put("audiences", audiences);
        } else {
            status.put("error", problem);
        }
        return Map.of("kind", "TokenReview", "apiVersion", "authentication.k8s.io/v1", "spec", spec, "status", status);
    }

    /** What is wrong with a token; {@code null} when nothing is. */
    private @Nullable String problem(String token, List<String> audiences) {
        try {
            SignedJWT jwt = ServiceAccountIssuer.parsed(token);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            if (!issuer.signed(jwt)) {
                return "[invalid bearer token, square/go-jose: error in cryptographic primitive]";
            }
            if (claims.getExpirationTime().toInstant().isBefore(Instant.now())) {
                return "[invalid bearer token, service account token has expired]";
            }
            if (claims.getAudience().stream().noneMatch(audiences::contains)) {
                return "[invalid bearer token, token audiences " + claims.getAudience()
                        + " is invalid for the target audiences " + audiences + "]";
            }
            return deleted.contains(claims.getSubject())
                    ? "[invalid bearer token, serviceaccounts \"" + claims.getSubject() + "\" not found]"
                    : null;
        } catch (ParseException notJwt) {
            return "invalid bearer token";
        }
    }

    private static Map<String, Object> user(String token) {
        try {
            JWTClaimsSet claims = ServiceAccountIssuer.parsed(token).getJWTClaimsSet();
            String namespace = claims.getSubject().split(":", -1)[2];
            Map<?, ?> kubernetes = claims.getJSONObjectClaim("kubernetes.io");
            Object uid = kubernetes.get("serviceaccount") instanceof Map<?, ?> account ? account.get("uid") : "";
            return Map.of(
                    "username", claims.getSubject(),
                    "uid", String.valueOf(uid),
                    "groups",
                            List.of(
                                    "system:serviceaccounts",
                                    "system:serviceaccounts:" + namespace,
                                    "system:authenticated"));
        } catch (ParseException impossible) {
            throw new IllegalStateException("the token was read a moment ago", impossible);
        }
    }

    private static Map<String, Object> status(int code, String message) {
        return Map.of("kind", "Status", "apiVersion", "v1", "status", "Failure", "message", message, "code", code);
    }

    private static void answer(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        HttpService.send(exchange, status, Json.text(body).getBytes(StandardCharsets.UTF_8));
    }
}
