package io.github.vaultrenderer.app.settings.consultemplate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings that a block may have.
 *
 * @param keys by name
 */
record Block(Map<String, Key> keys) {

    /**
     * A setting.
     *
     * @param name as it is written, in small letters
     * @param kind what it takes
     * @param block what a block of this name may have; {@code null} for what is none
     * @param unfolded whether a block can be written for it: consul-template forgot to allow it for {@code nomad.retry}
     */
    record Key(String name, Kind kind, @Nullable Block block, boolean unfolded) {}

    /** The setting of this name, if need be in other letters' case, as {@code mapstructure} finds it. */
    @Nullable
    Key find(String name) {
        Key exact = keys.get(name);
        if (exact != null) {
            return exact;
        }
        for (Key key : keys.values()) {
            if (key.name().equalsIgnoreCase(name)) {
                return key;
            }
        }
        return null;
    }

    static Builder with() {
        return new Builder();
    }

    /** Lists a block's settings. */
    static final class Builder {

        private final Map<String, Key> keys = new LinkedHashMap<>();

        Builder all(Kind kind, String... names) {
            for (String name : names) {
                keys.put(name, new Key(name, kind, null, true));
            }
            return this;
        }

        Builder block(String name, Block block) {
            return block(name, Kind.BLOCK, block);
        }

        Builder block(String name, Kind kind, Block block) {
            keys.put(name, new Key(name, kind, block, true));
            return this;
        }

        Builder folded(String name, Block block) {
            keys.put(name, new Key(name, Kind.BLOCK, block, false));
            return this;
        }

        Block build() {
            return new Block(keys);
        }
    }
}
