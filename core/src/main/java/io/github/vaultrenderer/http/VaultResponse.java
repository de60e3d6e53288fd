package io.github.vaultrenderer.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Vault's answer. Prints as its status only.
 *
 * @param status the HTTP status
 * @param body the JSON object; empty when there was none. Numbers are {@link JsonNumber}s
 * @see <a href="https://developer.hashicorp.com/vault/api-docs#http-status-codes">HTTP API</a>
 */
public record VaultResponse(int status, Map<String, @Nullable Object> body) {

    /** The object under a key; empty when there is none. */
    @SuppressWarnings("unchecked")
    public Map<String, @Nullable Object> object(String key) {
        return body.get(key) instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }

    /** The text under a key; empty when there is none. */
    public String text(String key) {
        return body.get(key) instanceof String text ? text : "";
    }

    /** The texts under a key; empty when there are none. */
    public List<String> texts(String key) {
        return body.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** What {@code lease_duration} says. */
    public Duration leaseDuration() {
        return seconds(body.get("lease_duration"));
    }

    /** A number of seconds as Vault sends it; zero when it is none. */
    public static Duration seconds(@Nullable Object value) {
        return value instanceof JsonNumber number ? Duration.ofSeconds(number.longValue()) : Duration.ZERO;
    }

    @Override
    public String toString() {
        return "VaultResponse[" + status + "]";
    }
}
