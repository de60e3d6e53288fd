package io.github.vaultrenderer.secrets;

import io.github.vaultrenderer.redact.Sensitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A payload as a request's body, its texts such that they are taken out of what Vault says about them. */
final class ConfidentialBody {

    private ConfidentialBody() {}

    static Map<String, Object> of(Payload payload) {
        return map(payload.reveal());
    }

    private static Map<String, Object> map(Map<?, ?> values) {
        Map<String, Object> body = new TreeMap<>();
        values.forEach((name, value) -> body.put((String) name, value(value)));
        return body;
    }

    private static Object value(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(value(element)));
            return copy;
        }
        return value instanceof String text ? Sensitive.of(text) : value;
    }
}
