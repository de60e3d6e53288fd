package io.github.vaultrenderer.secrets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values on their way to Vault. Prints as their names; {@link #reveal()} is the only way to the values. Immutable; equal
 * to another with the same values, whatever their order.
 */
public final class Payload {

    private final Map<String, Object> values;

    private Payload(Map<String, Object> values) {
        this.values = values;
    }

    /** Those values: texts, numbers, booleans, and lists and maps of them. */
    @SuppressWarnings("unchecked") // What frozen makes of a map.
    public static Payload of(Map<String, ?> values) {
        return new Payload((Map<String, Object>) frozen(values));
    }

    /** The values, in the order of their names. */
    public Map<String, Object> reveal() {
        return values;
    }

    private static Object frozen(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new TreeMap<>();
            map.forEach((name, inner) -> copy.put((String) name, frozen(inner)));
            return Collections.unmodifiableMap(copy);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(frozen(element)));
            return Collections.unmodifiableList(copy);
        }
        // One type for all numbers, so that equal ones make equal payloads.
        boolean number = value instanceof Number || value instanceof VaultNumber;
        return number ? new BigDecimal(value.toString()) : value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Payload that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
