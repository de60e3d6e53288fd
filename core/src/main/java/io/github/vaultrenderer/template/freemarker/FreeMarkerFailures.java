package io.github.vaultrenderer.template.freemarker;

import freemarker.core.InvalidReferenceException;
import freemarker.template.TemplateException;
import io.github.vaultrenderer.template.TemplateException.Position;
import io.github.vaultrenderer.template.TemplateSource;
import org.jspecify.annotations.Nullable;

/** FreeMarker's failures as ours: one line that says where and why, without the advice and stacks around it. */
final class FreeMarkerFailures {

    private FreeMarkerFailures() {}

    static io.github.vaultrenderer.template.TemplateException explain(
            TemplateSource source, TemplateException failure) {
        Position position =
                new Position(source.name(), orOne(failure.getLineNumber()), orOne(failure.getColumnNumber()));
        String expression = String.valueOf(failure.getBlamedExpressionString());
        if (failure instanceof InvalidReferenceException) {
            return io.github.vaultrenderer.template.TemplateException.missingKey(
                    position, expression, expression.substring(expression.lastIndexOf('.') + 1));
        }
        return io.github.vaultrenderer.template.TemplateException.execution(
                position, expression, firstLine(failure.getMessageWithoutStackTop()));
    }

    /** The first line of FreeMarker's text: the rest of it is help for people at a console. */
    static String firstLine(@Nullable String text) {
        return text == null ? "" : text.strip().lines().findFirst().orElse("");
    }

    private static int orOne(@Nullable Integer number) {
        return number == null ? 1 : number;
    }
}
