package io.github.vaultrenderer.test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A request to the embedded Vault.
 *
 * @param operation what it asks for, as policies name it
 * @param path the path behind {@code /v1/}
 * @param token the token; empty for none
 * @param query the query parameters
 * @param body the JSON body
 * @param wrapTtl how long the answer is to be kept wrapped; zero for an answer as it is
 */
record ApiRequest(
        Operation operation,
        String path,
        String token,
        Map<String, String> query,
        Map<String, Object> body,
        Duration wrapTtl) {

    enum Operation {
        READ,
        LIST,
        UPDATE,
        DELETE
    }

    boolean reads() {
        return operation == Operation.READ;
    }

    boolean writes() {
        return operation == Operation.UPDATE;
    }

    String text(String key) {
        return body.get(key) == null ? "" : String.valueOf(body.get(key));
    }

    long number(String key) {
        return body.get(key) instanceof Number number ? number.longValue() : 0;
    }

    /** A list, or a text with commas, as Vault takes both. */
    List<String> texts(String key) {
        Object value = body.get(key);
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return value == null || value.toString().isEmpty()
                ? List.of()
                : List.of(value.toString().split(","));
    }
}
