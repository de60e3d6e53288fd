package io.github.vaultrenderer.template.gotemplate.exec;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A map of other types than {@code map[string]interface {}}: {@code map[string]string}, say. Its entries are in the order in
 * which Go prints them: who puts some into it sorts it again.
 */
public final class GoMap extends AbstractMap<@Nullable Object, @Nullable Object> implements TypedNil {

    private final String keyType;
    private final String elementType;
    private Map<@Nullable Object, @Nullable Object> entries;
    private final boolean nil;

    /**
     * A map of those entries, which come in the order of their keys.
     *
     * @param keyType the name of the keys' type in Go
     * @param elementType the name of the values' type in Go
     */
    public GoMap(
            String keyType, String elementType, Map<? extends @Nullable Object, ? extends @Nullable Object> entries) {
        this(keyType, elementType, entries, false);
    }

    private GoMap(
            String keyType,
            String elementType,
            Map<? extends @Nullable Object, ? extends @Nullable Object> entries,
            boolean nil) {
        this.nil = nil;
        this.keyType = keyType;
        this.elementType = elementType;
        this.entries = new LinkedHashMap<>(entries);
    }

    /** A map that is nil. */
    public static GoMap nil(String keyType, String elementType) {
        return new GoMap(keyType, elementType, Map.of(), true);
    }

    @Override
    public boolean isNil() {
        return nil;
    }

    /** The entries in the order in which Go prints them and ranges over them: one of any keys is made in that order. */
    static Map.Entry<?, ?>[] sortedEntries(Map<?, ?> map) {
        boolean sorted = map instanceof GoMap
                || map instanceof VaultMap
                || (map instanceof TreeMap<?, ?> tree && tree.comparator() == null);
        Map<?, ?> ordered = sorted ? map : new TreeMap<>(map);
        Map.Entry<?, ?>[] entries = new Map.Entry<?, ?>[ordered.size()];
        int count = 0;
        for (Map.Entry<?, ?> entry : ordered.entrySet()) {
            // An entry of a tree would show what the key gets later.
            entries[count++] = new SimpleImmutableEntry<>(entry);
        }
        return entries;
    }

    /** Whether a field's name can be a key. */
    boolean hasTextKeys() {
        return keyType.equals("string") || keyType.equals("interface {}");
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
    public boolean containsKey(@Nullable Object key) {
        return entries.containsKey(key);
    }

    /** Puts an entry into a map that is not nil; one with a new key comes last, until the map is sorted. */
    @Override
    public @Nullable Object put(@Nullable Object key, @Nullable Object value) {
        return entries.put(key, value);
    }

    /** Brings the entries into an order of their keys. */
    public void sort(Comparator<@Nullable Object> order) {
        List<@Nullable Object> keys = new ArrayList<>(entries.keySet());
        keys.sort(order);
        Map<@Nullable Object, @Nullable Object> sorted = new LinkedHashMap<>();
        for (Object key : keys) {
            sorted.put(key, entries.get(key));
        }
        entries = sorted;
    }

    @Override
    public Set<Entry<@Nullable Object, @Nullable Object>> entrySet() {
        return Collections.unmodifiableSet(entries.entrySet());
    }
}
