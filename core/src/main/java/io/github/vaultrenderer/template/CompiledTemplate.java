package io.github.vaultrenderer.template;

/** A parsed template: immutable, without state of its own, so that it renders in parallel. */
@FunctionalInterface
public interface CompiledTemplate {

    /**
     * Renders with what the context knows. When the result {@linkplain Rendering#missing() misses} queries, its output
     * is not to be used: fetch them and render again.
     *
     * @throws TemplateException when the template cannot be executed; the message may quote values and is redacted by
     *     the caller, who knows the secrets
     * @throws io.github.vaultrenderer.failure.RendererException what {@link RenderContext#recall} threw
     */
    Rendering render(RenderContext context);
}
