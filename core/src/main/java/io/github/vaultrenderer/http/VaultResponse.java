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

    /** What an answer has beside its data. */
    private static final List<String> ENVELOPE =
            List.of("data", "auth", "wrap_info", "request_id", "lease_id", "lease_duration", "renewable", "warnings");

    /**
     * Whether the body's own keys are the data, as {@code sys/health} and {@code sys/init} answer: nothing is said by any of
     * the keys that other answers have.
     *
     * @see <a href="https://pkg.go.dev/github.com/hashicorp/vault/api#ParseSecret">Vault's Go client, which tells it so</a>
     */
    public boolean isBare() {
        for (String key : ENVELOPE) {
            if (!saysNothing(body.get(key))) {
                return false;
            }
        }
        return true;
    }

    private static boolean saysNothing(@Nullable Object value) {
        if (value instanceof Boolean flag) {
            return !flag;
        }
        if (value instanceof JsonNumber number) {
            return number.longValue() == 0;
        }
        return value == null || value.equals("");
    }

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
