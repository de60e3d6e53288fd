package io.github.vaultrenderer.render;

import io.github.vaultrenderer.failure.RendererException;
import io.github.vaultrenderer.redact.Redactor;
import io.github.vaultrenderer.redact.Sensitive;
import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.SecretQuery;
import io.github.vaultrenderer.secrets.SecretSource;
import io.github.vaultrenderer.template.CompiledTemplate;
import io.github.vaultrenderer.template.RenderContext;
import io.github.vaultrenderer.template.Rendering;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Renders a set of templates that belong together. Each template names what it misses, all that is fetched at once, and
 * those that missed something are rendered again, until nothing is missing: the cost is the longest chain of secrets that
 * name one another, and no secret is read twice, whichever templates want it.
 */
public final class RenderPass {

    /** More passes than any chain of secrets needs: a template whose queries never settle must end in an error. */
    private static final int MOST_PASSES = 100;

    private final SecretCache cache;
    private final Context context;

    /**
     * @param source where secrets come from
     * @param concurrency how many to fetch at the same time
     * @param environment gives an environment variable, or {@code null}
     * @param clock the time that templates see
     */
    public RenderPass(
            SecretSource source, int concurrency, UnaryOperator<@Nullable String> environment, InstantSource clock) {
        this.cache = new SecretCache(source, concurrency);
        this.context = new Context(cache, environment, clock);
    }

    /**
     * What a pass gave.
     *
     * @param outputs the text of each template, in their order
     * @param queries what each template used, in their order
     */
    public record Result(List<Sensitive> outputs, List<Set<SecretQuery>> queries) {}

    /**
     * Renders all of them, or fails.
     *
     * @throws RendererException for the first failure, cleaned of every secret that was read
     */
    public Result render(List<CompiledTemplate> templates) {
        try {
            return renderAll(templates);
        } catch (RendererException failure) {
            throw redacted(failure);
        }
    }

    /**
     * Executes each of them once, knowing nothing: what does not hang from a secret has to succeed.
     *
     * @throws RendererException for the first failure
     */
    public void check(List<CompiledTemplate> templates) {
        for (CompiledTemplate template : templates) {
            template.render(context);
        }
    }

    /** A failure cleaned of every secret that was read. */
    public RendererException redacted(RendererException failure) {
        return failure.redacted(Redactor.of(cache.values())::redact);
    }

    private Result renderAll(List<CompiledTemplate> templates) {
        List<@Nullable Rendering> renderings = new ArrayList<>();
        templates.forEach(template -> renderings.add(null));
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            Set<SecretQuery> missing = renderIncomplete(templates, renderings);
            if (missing.isEmpty()) {
                return result(renderings);
            }
            cache.fetch(missing);
        }
        throw new UnsettledException(MOST_PASSES);
    }

    private Set<SecretQuery> renderIncomplete(List<CompiledTemplate> templates, List<@Nullable Rendering> renderings) {
        Set<SecretQuery> missing = new LinkedHashSet<>();
        for (int i = 0; i < templates.size(); i++) {
            Rendering rendering = renderings.get(i);
            if (rendering == null || !rendering.complete()) {
                rendering = templates.get(i).render(context);
                renderings.set(i, rendering);
                missing.addAll(rendering.missing());
            }
        }
        return missing;
    }

    private static Result result(Collection<@Nullable Rendering> renderings) {
        List<Sensitive> outputs = new ArrayList<>();
        List<Set<SecretQuery>> queries = new ArrayList<>();
        for (Rendering rendering : renderings) {
            if (rendering != null) {
                outputs.add(rendering.output());
                queries.add(rendering.used());
            }
        }
        return new Result(List.copyOf(outputs), List.copyOf(queries));
    }

    private record Context(SecretCache cache, UnaryOperator<@Nullable String> environment, InstantSource clock)
            implements RenderContext {
        @Override
        public @Nullable Secret recall(SecretQuery query) {
            return cache.recall(query);
        }

        @Override
        public @Nullable String env(String name) {
            return environment.apply(name);
        }
    }
}
