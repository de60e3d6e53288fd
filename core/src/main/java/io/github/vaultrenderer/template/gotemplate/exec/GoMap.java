package io.github.vaultrenderer.template.gotemplate.exec;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A map of other types than {@code map[string]interface {}}: {@code map[string]string}, say. Immutable. */
public final class GoMap extends AbstractMap<@Nullable Object, @Nullable Object> {

    private final String keyType;
    private final String elementType;
    private final Map<@Nullable Object, @Nullable Object> entries;

    /**
     * A map of those entries, which come in the order of their keys.
     *
     * @param keyType the name of the keys' type in Go
     * @param elementType the name of the values' type in Go
     */
    public GoMap(
            String keyType, String elementType, Map<? extends @Nullable Object, ? extends @Nullable Object> entries) {
        this.keyType = keyType;
        this.elementType = elementType;
        this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** A map in the order in which Go prints it and ranges over it: one of any keys is made in that order. */
    static Map<?, ?> sorted(Map<?, ?> map) {
        return map instanceof GoMap ? map : new TreeMap<>(map);
    }

    /** The name of the keys' type in Go. */
    public String keyType() {
        return keyType;
    }

    /** The name of the values' type in Go. */
    public String elementType() {
        return elementType;
    }

    /** The value of a key; of one that is not there, the zero value of strings, or nil. */
    @Override
    public @Nullable Object get(@Nullable Object key) {
        Object value = entries.get(key);
        return value == null && elementType.equals("string") ? "" : value;
    }

    @Override
    public Set<Entry<@Nullable Object, @Nullable Object>> entrySet() {
        return entries.entrySet();
    }
}
