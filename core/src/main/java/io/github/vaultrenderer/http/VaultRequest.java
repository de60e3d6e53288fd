package io.github.vaultrenderer.http;

import io.github.vaultrenderer.redact.Sensitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request. Prints as its method and path only.
 *
 * @param method the HTTP method
 * @param path the path behind {@code /v1/}, unencoded
 * @param parameters query parameters
 * @param token the Vault token to send; {@code null} for none
 * @param body the JSON body; {@code null} for none. What is {@link Sensitive} in it is taken out of error texts
 * @param patience how many more tries a 403 without a reason is worth: Vault masks a TokenReview that failed so, and the
 *     API server may be back in a moment. Zero except for logins
 * @param wrapTtl how long Vault is to keep the answer for who has its wrapping token, which comes instead: seconds, or a
 *     duration such as {@code 5m}; empty for the answer itself
 * @see <a href="https://developer.hashicorp.com/vault/docs/concepts/response-wrapping">Response wrapping</a>
 */
public record VaultRequest(
        Method method,
        String path,
        Map<String, String> parameters,
        @Nullable Sensitive token,
        @Nullable Map<String, Object> body,
        int patience,
        String wrapTtl) {

    /** The methods that Vault's API uses here. */
    public enum Method {
        /** Reads; repeating it changes nothing. */
        GET,
        /**
         * Writes or logs in. Vault takes a POST for the same, but its own clients send this, and before a POST over a kept
         * connection the JDK waits a millisecond for the server to close it.
         */
        PUT
    }

    public VaultRequest {
        parameters = Map.copyOf(parameters);
        body = body == null ? null : Map.copyOf(body);
    }

    /** A read. */
    public static VaultRequest get(String path) {
        return new VaultRequest(Method.GET, path, Map.of(), null, null, 0, "");
    }

    /** A write. */
    public static VaultRequest put(String path, Map<String, Object> body) {
        return new VaultRequest(Method.PUT, path, Map.of(), null, body, 0, "");
    }

    /** The same request with query parameters. */
    public VaultRequest with(Map<String, String> parameters) {
        return new VaultRequest(method, path, parameters, token, body, patience, wrapTtl);
    }

    /** The same request with a token. */
    public VaultRequest with(Sensitive token) {
        return new VaultRequest(method, path, parameters, token, body, patience, wrapTtl);
    }

    /** The same request, with more tries after a 403 without a reason. */
    public VaultRequest with(int patience) {
        return new VaultRequest(method, path, parameters, token, body, patience, wrapTtl);
    }

    /** The same request, its answer wrapped; see {@code wrapTtl}. */
    public VaultRequest wrapped(String wrapTtl) {
        return wrapTtl.equals(this.wrapTtl)
                ? this
                : new VaultRequest(method, path, parameters, token, body, patience, wrapTtl);
    }

    /** What of the body must not be seen. */
    List<Sensitive> confidential() {
        List<Sensitive> found = new ArrayList<>();
        collect(body, found);
        return found;
    }

    private static void collect(@Nullable Object value, List<Sensitive> found) {
        if (value instanceof Sensitive sensitive) {
            found.add(sensitive);
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(inner -> collect(inner, found));
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> collect(inner, found));
        }
    }

    @Override
    public String toString() {
        return method + " /v1/" + path;
    }
}
