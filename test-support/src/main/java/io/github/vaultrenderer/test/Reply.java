package io.github.vaultrenderer.test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the embedded Vault.
 *
 * @param status the HTTP status
 * @param body the JSON object; {@code null} for none
 */
record Reply(int status, @Nullable Map<String, @Nullable Object> body) {

    static final Reply NO_CONTENT = new Reply(204, null);

    /** Data in the envelope that Vault puts around them. */
    static Reply data(Map<String, ? extends @Nullable Object> data) {
        return data(200, data, 0);
    }

    static Reply data(int status, Map<String, ? extends @Nullable Object> data, long leaseSeconds) {
        Map<String, @Nullable Object> body = envelope();
        body.put("data", data);
        body.put("lease_duration", leaseSeconds);
        return new Reply(status, body);
    }

    static Reply auth(Map<String, ? extends @Nullable Object> auth) {
        Map<String, @Nullable Object> body = envelope();
        body.put("auth", auth);
        return new Reply(200, body);
    }

    /** What is sent in place of an answer that is kept wrapped. */
    static Reply wrapped(Map<String, ? extends @Nullable Object> info) {
        Map<String, @Nullable Object> body = envelope();
        body.put("request_id", "");
        body.put("wrap_info", info);
        return new Reply(200, body);
    }

    private static Map<String, @Nullable Object> envelope() {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("request_id", java.util.UUID.randomUUID().toString());
        body.put("lease_id", "");
        body.put("renewable", false);
        body.put("lease_duration", 0);
        body.put("data", null);
        body.put("wrap_info", null);
        body.put("warnings", null);
        body.put("auth", null);
        return body;
    }

    static Reply errors(int status, String... errors) {
        return new Reply(status, Map.of("errors", List.of(errors)));
    }
}
