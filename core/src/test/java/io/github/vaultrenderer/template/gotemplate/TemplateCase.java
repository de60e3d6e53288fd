package io.github.vaultrenderer.template.gotemplate;

import io.github.vaultrenderer.template.TemplatePermissions;
import io.github.vaultrenderer.template.TemplateSource;
import io.github.vaultrenderer.template.TemplateSource.Delimiters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A template that is compared, and what both engines are told of it.
 *
 * @param template the template
 * @param left what opens an action; empty for what the language has itself
 * @param right what closes one; empty for what the language has itself
 * @param errorOnMissingKey whether a key that is not there is an error
 */
record TemplateCase(String template, String left, String right, boolean errorOnMissingKey) {

    private static final String LEFT = "leftDelimiter";
    private static final String RIGHT = "rightDelimiter";
    private static final String MISSING_KEY = "errorOnMissingKey";

    /** A template of which nothing is told. */
    static TemplateCase of(String template) {
        return new TemplateCase(template, "", "", false);
    }

    /** A case as a line of a file has it: what it does not name is as it is when nothing is told. */
    static TemplateCase of(JsonNode recorded) {
        return new TemplateCase(
                recorded.get("template").asString(),
                recorded.path(LEFT).asString(""),
                recorded.path(RIGHT).asString(""),
                recorded.path(MISSING_KEY).asBoolean(false));
    }

    /** The case as a file has it. */
    ObjectNode recorded() {
        ObjectNode recorded = ConformanceCases.JSON.createObjectNode();
        recorded.put("template", template);
        if (!left.isEmpty()) {
            recorded.put(LEFT, left);
        }
        if (!right.isEmpty()) {
            recorded.put(RIGHT, right);
        }
        if (errorOnMissingKey) {
            recorded.put(MISSING_KEY, true);
        }
        return recorded;
    }

    /** Says all of it in a question of the oracle's, whose earlier question may have said something else. */
    void putInto(ObjectNode question) {
        question.put("template", template);
        question.put(LEFT, left);
        question.put(RIGHT, right);
        question.put(MISSING_KEY, errorOnMissingKey);
    }

    /** What our engine is given. */
    TemplateSource source() {
        Delimiters usual = Delimiters.DEFAULT;
        return new TemplateSource(
                "",
                template,
                new Delimiters(left.isEmpty() ? usual.left() : left, right.isEmpty() ? usual.right() : right));
    }

    /** Our engine, told the same. */
    GoTemplateEngine engine() {
        return errorOnMissingKey
                ? GoTemplateEngine.strict(TemplatePermissions.compatible())
                : GoTemplateEngine.compatible();
    }

    /** How much there is to look at. */
    int size() {
        return template.length() + left.length() + right.length() + (errorOnMissingKey ? 1 : 0);
    }

    @Override
    public String toString() {
        return recorded().toString();
    }
}
