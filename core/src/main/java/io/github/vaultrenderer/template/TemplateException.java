package io.github.vaultrenderer.template;

import io.github.vaultrenderer.failure.FailureKind;
import io.github.vaultrenderer.failure.RendererException;

/** A template that cannot be parsed or executed. The message begins with {@code name:line:column}. */
public final class TemplateException extends RendererException {

    private static final long serialVersionUID = 1L;

    private final String template;
    private final int line;
    private final int column;

    private TemplateException(FailureKind kind, Position position, String message, String action) {
        super(kind, message, action);
        this.template = position.template();
        this.line = position.line();
        this.column = position.column();
    }

    /**
     * A place in a template.
     *
     * @param template the template's name
     * @param line from 1
     * @param column from 1, in characters
     */
    public record Position(String template, int line, int column) {
        @Override
        public String toString() {
            return template + ":" + line + ":" + column;
        }
    }

    /** A template that does not follow its language's grammar. */
    public static TemplateException syntax(Position position, String reason) {
        return new TemplateException(
                FailureKind.TEMPLATE,
                position,
                "template: " + position + ": " + reason,
                "Correct the template at line " + position.line() + ", column " + position.column() + ".");
    }

    /** A template that failed while it was executed; {@code expression} is the part of its source that did. */
    public static TemplateException execution(Position position, String expression, String reason) {
        return new TemplateException(
                FailureKind.TEMPLATE,
                position,
                "template: " + position + ": executing at <" + expression + ">: " + reason,
                "Correct the expression at line " + position.line() + ", or the data it works on.");
    }

    /** The same, of a Go template that names the template which it was executing, as Go does. */
    public static TemplateException execution(Position position, String executing, String expression, String reason) {
        return new TemplateException(
                FailureKind.TEMPLATE,
                position,
                "template: " + position + ": executing \"" + executing + "\" at <" + expression + ">: " + reason,
                "Correct the expression at line " + position.line() + ", or the data it works on.");
    }

    /** A key that the template needs and the secret does not have. */
    public static TemplateException missingKey(Position position, String expression, String key) {
        return missing(position, "executing at <" + expression + ">", key);
    }

    /** The same, of a Go template that names the template which it was executing, as Go does. */
    public static TemplateException missingKey(Position position, String executing, String expression, String key) {
        return missing(position, "executing \"" + executing + "\" at <" + expression + ">", key);
    }

    private static TemplateException missing(Position position, String where, String key) {
        return new TemplateException(
                FailureKind.NOT_FOUND,
                position,
                "template: " + position + ": " + where + ": map has no entry for key \"" + key + "\"",
                "Add the key \"" + key + "\" to the secret, or correct its name in the template.");
    }

    /** A template that costs more than it may; {@code limit} is one of {@link RenderLimits}. */
    public static TemplateException limit(Position position, String limit, String reason) {
        return new TemplateException(
                FailureKind.TEMPLATE,
                position,
                "template: " + position + ": " + reason + " (limit " + limit + ")",
                "Look for a loop that does not end. If the template needs as much, raise RenderLimits." + limit
                        + ": vault-renderer.limits." + (limit.equals("time") ? limit : "output-size")
                        + ", or what VaultRenderer's builder takes.");
    }

    /** The same failure with another advice. */
    public TemplateException advising(String action) {
        TemplateException copy = copy(String.valueOf(getMessage()), action);
        copy.setStackTrace(getStackTrace());
        return copy;
    }

    @Override
    protected String place() {
        return "template: " + new Position(template, line, column) + ": ";
    }

    @Override
    protected TemplateException copy(String message, String action) {
        return new TemplateException(kind(), new Position(template, line, column), message, action);
    }

    /** The name of the template. */
    public String template() {
        return template;
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }

    /** The column, from 1. */
    public int column() {
        return column;
    }
}
