package io.github.vaultrenderer.template;

import io.github.vaultrenderer.failure.ConfigurationException;
import java.util.Objects;

/**
 * A template's text.
 *
 * @param name its name in messages; its extension tells the engine
 * @param text the template
 * @param delimiters what encloses an action, for engines that let it be chosen
 */
public record TemplateSource(String name, String text, Delimiters delimiters) {

    /**
     * What encloses an action.
     *
     * @param left opens it
     * @param right closes it
     */
    public record Delimiters(String left, String right) {

        /** The Go template language's own: two braces. */
        public static final Delimiters DEFAULT = new Delimiters("{{", "}}");

        /**
         * Checks them.
         *
         * @throws ConfigurationException when one is empty
         */
        public Delimiters {
            if (left.isEmpty() || right.isEmpty()) {
                throw new ConfigurationException(
                        "a delimiter is empty", "Set both delimiters, for example [[ and ]], or neither.");
            }
        }
    }

    public TemplateSource {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(delimiters, "delimiters");
    }

    /** A template with the usual delimiters. */
    public static TemplateSource of(String name, String text) {
        return new TemplateSource(name, text, Delimiters.DEFAULT);
    }
}
