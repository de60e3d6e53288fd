package io.github.vaultrenderer.template.gotemplate.exec;

import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A map from Vault as a {@code map[string]interface {}}. A secret can be large and a template needs little of it, so that
 * values become the engine's when they are asked for; the map gets a copy of its own when it is gone over or changed.
 */
final class VaultMap extends AbstractMap<String, @Nullable Object> {

    private final Map<?, ?> source;
    private @Nullable Map<String, @Nullable Object> own;

    VaultMap(Map<?, ?> source) {
        this.source = source;
    }

    private Map<String, @Nullable Object> own() {
        if (own == null) {
            Map<String, @Nullable Object> copy = new TreeMap<>();
            source.forEach((key, value) -> copy.put(GoText.encode((String) key), Values.fromVault(value)));
            own = copy;
        }
        return own;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        if (!(key instanceof String name)) {
            return null;
        }
        if (own == null) {
            Object value = source.get(GoText.decode(name));
            // What can be changed has to be the same when it is asked for again.
            if (!(value instanceof Map<?, ?>) && !(value instanceof List<?> list && !VaultList.isPlain(list))) {
                return value instanceof List<?> ? value : Values.fromVault(value);
            }
        }
        return own().get(name);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key instanceof String name
                && (own == null ? source.containsKey(GoText.decode(name)) : own.containsKey(name));
    }

    @Override
    public int size() {
        return own == null ? source.size() : own.size();
    }

    @Override
    public @Nullable Object put(String key, @Nullable Object value) {
        return own().put(key, value);
    }

    @Override
    public @Nullable Object remove(@Nullable Object key) {
        return key instanceof String ? own().remove(key) : null;
    }

    /** In the order of the keys. */
    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return own().entrySet();
    }
}
