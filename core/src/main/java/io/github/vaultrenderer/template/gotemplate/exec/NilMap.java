package io.github.vaultrenderer.template.gotemplate.exec;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@code map[string]interface {}(nil)} of Go: it takes no keys. */
public final class NilMap extends AbstractMap<String, @Nullable Object> implements TypedNil {

    /** They are all the same. */
    public static final Map<String, @Nullable Object> INSTANCE = new NilMap();

    private NilMap() {}

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return Set.of();
    }

    @Override
    public boolean isNil() {
        return true;
    }
}
