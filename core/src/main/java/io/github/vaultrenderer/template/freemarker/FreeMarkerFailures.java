package io.github.vaultrenderer.template.freemarker;

import freemarker.core.InvalidReferenceException;
import freemarker.template.TemplateException;
import io.github.vaultrenderer.template.TemplateException.Position;
import io.github.vaultrenderer.template.TemplateSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** FreeMarker's failures as ours: one line that says where and why, without the advice and stacks around it. */
final class FreeMarkerFailures {

    private static final Pattern PLACE = Pattern.compile("at line (\\d+), column (\\d+)");
    private static final Pattern INSTRUCTION = Pattern.compile("Failed at: (.*?)\\s*\\[in template");

    private FreeMarkerFailures() {}

    static io.github.vaultrenderer.template.TemplateException explain(
            TemplateSource source, TemplateException failure) {
        Position position = position(source, failure);
        String expression = expression(failure);
        if (failure instanceof InvalidReferenceException) {
            return io.github.vaultrenderer.template.TemplateException.missingKey(
                    position, expression, expression.substring(expression.lastIndexOf('.') + 1));
        }
        return io.github.vaultrenderer.template.TemplateException.execution(
                position, expression, firstLine(failure.getMessageWithoutStackTop()));
    }

    /** Whether it failed on a value that is pending: FreeMarker names the class of the value that it could not use. */
    static boolean isPending(TemplateException failure) {
        return String.valueOf(failure.getMessageWithoutStackTop()).contains(PendingModel.class.getSimpleName());
    }

    /**
     * The first line of FreeMarker's text, and the second where the first one only announces it. The rest of it is help for
     * people at a console; what stands between dashes quotes texts that a template had parsed, which may be secrets.
     */
    static String firstLine(@Nullable String text) {
        List<String> lines = text == null
                ? List.of()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .limit(2)
                        .toList();
        if (lines.isEmpty()) {
            return "";
        }
        String first = lines.get(0);
        if (!first.endsWith(":")) {
            return first;
        }
        return lines.size() < 2 || lines.get(1).startsWith("---")
                ? first.substring(0, first.length() - 1)
                : first + " " + lines.get(1);
    }

    private static Position position(TemplateSource source, TemplateException failure) {
        Integer line = failure.getLineNumber();
        Integer column = failure.getColumnNumber();
        if (line != null && column != null) {
            return new Position(source.name(), line, column);
        }
        // A built-in's failure names no expression; the instruction that it happened in is known all the same.
        Matcher place = PLACE.matcher(String.valueOf(failure.getFTLInstructionStack()));
        return place.find()
                ? new Position(source.name(), Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)))
                : new Position(source.name(), 1, 1);
    }

    private static String expression(TemplateException failure) {
        String blamed = failure.getBlamedExpressionString();
        if (blamed != null) {
            return blamed;
        }
        Matcher instruction = INSTRUCTION.matcher(String.valueOf(failure.getFTLInstructionStack()));
        // One that is cut off could end within what was to be written, where nothing recognizes it.
        return instruction.find() && !instruction.group(1).endsWith("...") ? instruction.group(1) : "the template";
    }
}
