package io.github.vaultrenderer.template;

/** A template language. */
public interface TemplateEngine {

    /** The engine's name in messages and settings: {@code go} or {@code freemarker}. */
    String name();

    /** Whether this engine is the one for a template of that name, by its extension. */
    boolean supports(String templateName);

    /**
     * Parses a template.
     *
     * @return the template, ready to be rendered any number of times
     * @throws TemplateException for a syntax error, with line and column
     */
    CompiledTemplate compile(TemplateSource source);
}
