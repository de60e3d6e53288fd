package io.github.vaultrenderer.template.gotemplate.parse;

import io.github.vaultrenderer.template.TemplateSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A parsed template with all that it defines. Immutable.
 *
 * @param source its text
 * @param main the template itself
 * @param defined the templates that its definitions and blocks made, by name
 */
public record TemplateTree(SourceText source, Node.Sequence main, Map<String, Node.Sequence> defined) {

    public TemplateTree {
        defined = Collections.unmodifiableMap(new LinkedHashMap<>(defined));
    }

    /**
     * Parses a template.
     *
     * @param source the template
     * @param functions knows the names of functions
     * @throws io.github.vaultrenderer.template.TemplateException for a syntax error
     */
    public static TemplateTree parse(TemplateSource source, Predicate<String> functions) {
        return Parser.parse(source, functions);
    }
}
