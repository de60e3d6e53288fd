package io.github.vaultrenderer.render;

import io.github.vaultrenderer.failure.RendererException;
import io.github.vaultrenderer.redact.Redactor;
import io.github.vaultrenderer.redact.Sensitive;
import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.SecretQuery;
import io.github.vaultrenderer.secrets.SecretSource;
import io.github.vaultrenderer.template.CompiledTemplate;
import io.github.vaultrenderer.template.RenderContext;
import io.github.vaultrenderer.template.RenderLimits;
import io.github.vaultrenderer.template.Rendering;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Renders a set of templates that belong together. Each template names what it misses, all that is fetched at once, while the
 * others are rendered, and those that missed something are rendered again, in their order, until nothing is missing: the cost
 * is the longest chain of secrets that name one another, and no secret is read twice, whichever templates want it.
 *
 * <p>What changes Vault comes last: no write is made, and no certificate issued, while any of the templates still misses a
 * secret or can fail for one.
 */
public final class RenderPass {

    /** More passes than any chain of secrets needs: a template whose queries never settle must end in an error. */
    private static final int MOST_PASSES = 100;

    /** The part of a certificate's life after which another one is issued: consul-template's default. */
    public static final double RENEWAL_THRESHOLD = 0.90;

    private final SecretCache cache;
    private final int concurrency;
    private final Context context;

    /**
     * @param source where secrets come from
     * @param concurrency how many to fetch at the same time
     * @param environment gives an environment variable, or {@code null}
     * @param clock tells the time
     * @param limits how much each rendering of a template may cost
     * @param renewal the part of a certificate's life, from 0 to 1, after which another one is issued
     */
    public RenderPass(
            SecretSource source,
            int concurrency,
            UnaryOperator<@Nullable String> environment,
            InstantSource clock,
            RenderLimits limits,
            double renewal) {
        this.cache = new SecretCache(source, new CertificateFiles(clock, renewal));
        this.concurrency = concurrency;
        // One time for all passes: what is computed from it is the same in each.
        this.context = new Context(cache, environment, InstantSource.fixed(clock.instant()), limits);
    }

    /**
     * A template to render.
     *
     * @param template the template
     * @param destination the file that its output is for, which may hold what an earlier run was given; {@code null} for
     *     none
     */
    public record Task(CompiledTemplate template, @Nullable Path destination) {}

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
     * @throws RendererException for the first failure, cleaned of every secret that was read or written
     */
    public Result render(List<Task> tasks) {
        try (Fetches fetches = new Fetches(cache, concurrency)) {
            return renderAll(tasks, fetches);
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

    private Result renderAll(List<Task> tasks, Fetches fetches) {
        List<@Nullable Rendering> renderings = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            renderings.add(null);
        }
        Set<SecretQuery> changes = Set.of();
        int passes = 0;
        while (passes < MOST_PASSES) {
            Set<SecretQuery> missing = renderIncomplete(tasks, renderings, fetches);
            requireStillWanted(changes, renderings);
            if (missing.isEmpty()) {
                return result(renderings);
            }
            boolean reading = !reads(missing).isEmpty();
            changes = reading ? Set.of() : missing;
            // Each change is one that the template then uses, so that their number is the template's own.
            passes += reading ? 1 : 0;
            fetches.begin(changes);
            fetches.await(changes);
        }
        throw UnsettledException.reading(MOST_PASSES);
    }

    private static Set<SecretQuery> reads(Set<SecretQuery> queries) {
        Set<SecretQuery> reads = new LinkedHashSet<>();
        for (SecretQuery query : queries) {
            if (!query.changesVault()) {
                reads.add(query);
            }
        }
        return reads;
    }

    /** A template that writes something else in every pass would write for ever. */
    private static void requireStillWanted(Set<SecretQuery> changes, List<@Nullable Rendering> renderings) {
        for (SecretQuery change : changes) {
            boolean wanted = false;
            for (Rendering rendering : renderings) {
                wanted |= rendering != null && rendering.used().contains(change);
            }
            if (!wanted) {
                throw UnsettledException.writing(change);
            }
        }
    }

    private Set<SecretQuery> renderIncomplete(List<Task> tasks, List<@Nullable Rendering> renderings, Fetches fetches) {
        Set<SecretQuery> missing = new LinkedHashSet<>();
        for (int i = 0; i < tasks.size(); i++) {
            Rendering rendering = renderings.get(i);
            if (rendering == null || !rendering.complete()) {
                if (rendering != null) {
                    fetches.await(reads(rendering.missing()));
                }
                Task task = tasks.get(i);
                rendering = task.template().render(context);
                renderings.set(i, rendering);
                missing.addAll(rendering.missing());
                cache.note(rendering.missing(), task.destination());
                fetches.begin(reads(rendering.missing()));
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

    private record Context(
            SecretCache cache, UnaryOperator<@Nullable String> environment, InstantSource clock, RenderLimits limits)
            implements RenderContext {
        @Override
        public @Nullable Secret recall(SecretQuery query) {
            return cache.recall(query);
        }

        @Override
        public @Nullable String env(String name) {
            return environment.apply(name);
        }

        @Override
        public boolean tellsASecret(String text) {
            return !Redactor.of(cache.values()).redact(text).equals(text);
        }
    }
}
