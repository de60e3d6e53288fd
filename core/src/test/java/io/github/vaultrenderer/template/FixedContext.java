package io.github.vaultrenderer.template;

import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.SecretQuery;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A context of a test, which knows what it is given, at the beginning of 1970. */
public record FixedContext(
        Map<? extends SecretQuery, Secret> known, Map<String, String> environment, RenderLimits limits)
        implements RenderContext {

    /** A context that knows some secrets. */
    public static FixedContext knowing(Map<? extends SecretQuery, Secret> known) {
        return new FixedContext(known, Map.of(), RenderLimits.DEFAULT);
    }

    /** A context that knows nothing, for templates that may cost so much. */
    public static FixedContext limited(RenderLimits limits) {
        return new FixedContext(Map.of(), Map.of(), limits);
    }

    @Override
    public @Nullable Secret recall(SecretQuery query) {
        return known.get(query);
    }

    @Override
    public @Nullable String env(String name) {
        return environment.get(name);
    }

    @Override
    public InstantSource clock() {
        return InstantSource.fixed(Instant.EPOCH);
    }
}
