package io.github.vaultrenderer.app.settings.consultemplate;

import io.github.vaultrenderer.redact.Sensitive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings that one place made: a file, {@code CT_LOCAL_CONFIG}, the flags, or a template's block. What a place did not
 * say is not in it. Settings are named by their path, as {@code vault.ssl.ca_cert}.
 */
final class Layer {

    /** Lists to which each place adds; any other setting is replaced. */
    private static final Set<String> ADDING = Set.of(
            "exec.env.custom", "exec.env.allowlist", "exec.env.denylist", "exec.env.whitelist", "exec.env.blacklist");

    private final String place;
    private final Map<String, Object> settings;
    private final List<Layer> templates;
    private final List<String> remarks;

    private Layer(Builder builder) {
        this.place = builder.place;
        this.settings = Map.copyOf(builder.settings);
        this.templates = List.copyOf(builder.templates);
        this.remarks = List.copyOf(builder.remarks);
    }

    static Layer empty() {
        return new Builder("").build();
    }

    /** Where it was made, for messages. */
    String place() {
        return place;
    }

    /** The templates' own layers, in their order. */
    List<Layer> templates() {
        return templates;
    }

    /** What a user should know of how it was read, in sentences. */
    List<String> remarks() {
        return remarks;
    }

    /** The paths of what was set. */
    Set<String> paths() {
        return settings.keySet();
    }

    /** Both together: where both say something, {@code above} counts. */
    Layer under(Layer above) {
        Builder both = new Builder(place);
        both.addAll(this, Set.of());
        both.addAll(above, Set.of());
        return both.build();
    }

    /** This, without the settings of these paths. */
    Layer without(String... paths) {
        Builder rest = new Builder(place);
        rest.addAll(this, Set.of(paths));
        return rest.build();
    }

    @Nullable
    String text(String path) {
        return (String) settings.get(path);
    }

    @Nullable
    Sensitive secret(String path) {
        return (Sensitive) settings.get(path);
    }

    @Nullable
    Boolean truth(String path) {
        return (Boolean) settings.get(path);
    }

    @Nullable
    Long whole(String path) {
        return (Long) settings.get(path);
    }

    @Nullable
    Double real(String path) {
        return (Double) settings.get(path);
    }

    @Nullable
    Duration duration(String path) {
        return (Duration) settings.get(path);
    }

    @Nullable
    Signal signal(String path) {
        return (Signal) settings.get(path);
    }

    @Nullable
    List<String> words(String path) {
        return words(settings.get(path));
    }

    @SuppressWarnings("unchecked")
    private static @Nullable List<String> words(@Nullable Object value) {
        return (List<String>) value;
    }

    /** Collects what a place says. */
    static final class Builder {

        private final String place;
        private final Map<String, Object> settings = new LinkedHashMap<>();
        private final List<Layer> templates = new ArrayList<>();
        private final List<String> remarks = new ArrayList<>();

        Builder(String place) {
            this.place = place;
        }

        /** Makes a setting, over one that was made before. */
        void set(String path, Object value) {
            Object before = settings.get(path);
            if (before != null && ADDING.contains(path)) {
                List<String> all = new ArrayList<>();
                addAll(all, before);
                addAll(all, value);
                settings.put(path, List.copyOf(all));
            } else {
                settings.put(path, value);
            }
        }

        private static void addAll(List<String> all, Object more) {
            List<String> words = words(more);
            if (words != null) {
                all.addAll(words);
            }
        }

        private void addAll(Layer layer, Set<String> but) {
            for (Map.Entry<String, Object> setting : layer.settings.entrySet()) {
                if (!but.contains(setting.getKey())) {
                    set(setting.getKey(), setting.getValue());
                }
            }
            templates.addAll(layer.templates);
            remarks.addAll(layer.remarks);
        }

        void addTemplate(Layer template) {
            templates.add(template);
        }

        void remark(String remark) {
            remarks.add(remark);
        }

        Layer build() {
            return new Layer(this);
        }
    }
}
