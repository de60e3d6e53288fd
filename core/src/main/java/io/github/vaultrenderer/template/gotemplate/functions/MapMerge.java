package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.secrets.VaultNumber;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoMap;
import io.github.vaultrenderer.template.gotemplate.exec.Values;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One map merged into another, in place, as the mergo library does.
 *
 * @see <a href="https://pkg.go.dev/dario.cat/mergo">Go package mergo</a>
 */
enum MapMerge {
    /** A value that is there, and is not empty, stays. */
    KEEPING,
    /** A value that is there is replaced, unless both are maps. */
    OVERRIDING;

    /** The target with what the source has; a new map where the target is nil, unless the source is nil too. */
    Map<String, @Nullable Object> merged(Map<String, @Nullable Object> target, Map<String, @Nullable Object> source)
            throws FunctionException {
        if (GoNil.isNilMap(source)) {
            return target;
        }
        Map<String, @Nullable Object> merged = GoNil.isNilMap(target) ? new TreeMap<>() : target;
        merge(merged, source);
        return merged;
    }

    private void merge(Map<String, @Nullable Object> target, Map<String, @Nullable Object> source)
            throws FunctionException {
        for (Map.Entry<String, @Nullable Object> entry : new TreeMap<>(source).entrySet()) {
            put(target, entry.getKey(), entry.getValue());
        }
    }

    @SuppressWarnings("unchecked")
    private void put(Map<String, @Nullable Object> target, String key, @Nullable Object value)
            throws FunctionException {
        Object present = target.get(key);
        if (value == null) {
            if (this == OVERRIDING) {
                target.put(key, null);
            }
            return;
        }
        boolean maps = false;
        if (value instanceof Map<?, ?> && present instanceof Map<?, ?>) {
            maps = true;
            if (present instanceof GoMap typed) {
                present = merged(typed, (Map<?, ?>) value);
                target.put(key, present);
            } else if (value instanceof GoMap map && !map.keyType().equals("string")) {
                throw different(value, present);
            } else {
                merge((Map<String, @Nullable Object>) present, (Map<String, @Nullable Object>) value);
            }
        }
        boolean empty = isEmpty(present);
        if (empty || (this == OVERRIDING && !maps)) {
            Cycles.put(target, key, value);
        }
    }

    /** A map of strings with what it lacks of another, or with all of it. */
    private GoMap merged(GoMap target, Map<?, ?> source) throws FunctionException {
        boolean texts =
                target.keyType().equals("string") && target.elementType().equals("string");
        if (!texts || (source instanceof GoMap map && !map.keyType().equals("string"))) {
            throw different(source, target);
        }
        Map<Object, @Nullable Object> merged = new TreeMap<>(target);
        for (Map.Entry<?, ?> entry : new TreeMap<>(source).entrySet()) {
            boolean wanted = this == OVERRIDING || isEmpty(merged.get(entry.getKey()));
            // Nothing is what a map of any values has, and keeps.
            boolean nothing = this == KEEPING && entry.getValue() == null;
            if (wanted && !nothing) {
                if (!Values.type(source).equals(Values.type(target))) {
                    throw different(source, target);
                }
                merged.put(entry.getKey(), entry.getValue());
            }
        }
        return new GoMap(target.keyType(), target.elementType(), merged);
    }

    private static FunctionException different(Object source, Object target) {
        return FunctionException.failed("a " + Values.type(source) + " cannot be merged into a " + Values.type(target));
    }

    private static boolean isEmpty(@Nullable Object value) {
        if (value instanceof VaultNumber number) {
            return number.text().isEmpty();
        }
        return value == null
                || ((value instanceof Map<?, ?> || value instanceof List<?> || Numbers.isBasic(value))
                        && !Values.truth(value));
    }
}
