package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.secrets.VaultNumber;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoMap;
import io.github.vaultrenderer.template.gotemplate.exec.Values;
import java.util.ArrayList;
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

    private static final String STRING = "string";

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

    @SuppressWarnings("unchecked")
    private void merge(Map<?, ?> target, Map<?, ?> source) throws FunctionException {
        for (Map.Entry<?, ?> entry : entries(source)) {
            put((Map<Object, @Nullable Object>) target, entry.getKey(), entry.getValue());
        }
    }

    private void put(Map<Object, @Nullable Object> target, Object key, @Nullable Object value)
            throws FunctionException {
        Object present = target.get(key);
        if (value == null) {
            if (this == OVERRIDING) {
                target.put(key, null);
            }
            return;
        }
        boolean maps = false;
        if (value instanceof Map<?, ?> source && present instanceof Map<?, ?> inner) {
            maps = true;
            if (!GoNil.isNil(inner)) {
                mergeInner(inner, source);
            }
        }
        if (isEmpty(present) || (this == OVERRIDING && !maps)) {
            Cycles.put(target, key, value);
        }
    }

    private void mergeInner(Map<?, ?> target, Map<?, ?> source) throws FunctionException {
        boolean textKeys = !(target instanceof GoMap typed) || typed.keyType().equals(STRING);
        boolean otherKeys = source instanceof GoMap typed && !typed.keyType().equals(STRING);
        if (textKeys && otherKeys) {
            if (!source.isEmpty()) {
                throw different(source, target);
            }
        } else if (!(target instanceof GoMap typed)) {
            merge(target, source);
        } else if (textKeys) {
            mergeTexts(typed, source);
        } else {
            merge(typed, source);
            typed.sort(YamlKeys.PRINTED);
        }
    }

    /** Into a map of strings: what it lacks of another map, or all of it. */
    private void mergeTexts(GoMap target, Map<?, ?> source) throws FunctionException {
        for (Map.Entry<?, ?> entry : entries(source)) {
            boolean wanted = this == OVERRIDING || isEmpty(target.get(entry.getKey()));
            // Nothing is what a map of any values has, and keeps.
            boolean nothing = this == KEEPING && entry.getValue() == null;
            if (wanted && !nothing) {
                if (!Values.type(source).equals(Values.type(target))) {
                    throw different(source, target);
                }
                target.put(entry.getKey(), entry.getValue());
            }
        }
        target.sort(YamlKeys.PRINTED);
    }

    /** The entries that a map has now, in the order in which Go prints them. */
    private static List<Map.Entry<?, ?>> entries(Map<?, ?> map) {
        Map<?, ?> sorted = map instanceof GoMap ? map : new TreeMap<>(map);
        return new ArrayList<>(sorted.entrySet());
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
