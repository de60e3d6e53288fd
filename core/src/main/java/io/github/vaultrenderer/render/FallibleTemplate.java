package io.github.vaultrenderer.render;

import io.github.vaultrenderer.failure.RendererException;
import io.github.vaultrenderer.redact.Sensitive;
import io.github.vaultrenderer.template.CompiledTemplate;
import io.github.vaultrenderer.template.RenderContext;
import io.github.vaultrenderer.template.Rendering;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A template that may fail without the others: its failure is kept, and its output empty and complete from then on. For
 * one {@link RenderPass} only.
 */
public final class FallibleTemplate implements CompiledTemplate {

    private static final Rendering NOTHING = new Rendering(Sensitive.of(""), Set.of(), Set.of());

    private final Supplier<CompiledTemplate> compiler;
    private @Nullable CompiledTemplate compiled;
    private @Nullable RendererException failure;

    /**
     * @param compiler makes the template, which can fail too
     */
    public FallibleTemplate(Supplier<CompiledTemplate> compiler) {
        this.compiler = compiler;
    }

    @Override
    public Rendering render(RenderContext context) {
        if (failure != null) {
            return NOTHING;
        }
        try {
            CompiledTemplate template = compiled == null ? compiler.get() : compiled;
            compiled = template;
            return template.render(context);
        } catch (RendererException failed) {
            failure = failed;
            return NOTHING;
        }
    }

    /** Why it failed, not yet cleaned of secrets; {@code null} when it did not. */
    public @Nullable RendererException failure() {
        return failure;
    }
}
