package io.github.vaultrenderer.template.gotemplate.functions;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoFormat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** consul-template's functions that show values to who writes a template. */
final class DebugFunctions {

    private static final Pattern DIRECTIVE = Pattern.compile("(?s)%([-+# 0]*)([0-9]*(?:\\.[0-9]*)?)(.)?");

    private DebugFunctions() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "spew_sdump" -> PureFunction.atLeast(name, 0, a -> SpewText.dump(a.values()));
            case "spew_sprintf" -> PureFunction.atLeast(name, 1, DebugFunctions::format);
            case "spew_dump" -> printing(name, "spew_sdump");
            case "spew_printf" -> printing(name, "spew_sprintf");
            default -> null;
        };
    }

    /** Standard output is what is logged: no template puts secrets there. */
    private static Function printing(String name, String other) {
        return PureFunction.atLeast(name, 0, arguments -> {
            throw FunctionException.failed(name + " would print to the log, where no secret belongs: use " + other
                    + ", which gives the text to the template");
        });
    }

    /** {@code %v} is spew's, every other verb is Go's. */
    private static String format(Arguments arguments) throws FunctionException {
        List<@Nullable Object> operands =
                new ArrayList<>(arguments.values().subList(1, arguments.values().size()));
        String format = arguments.text(0);
        StringBuilder out = new StringBuilder();
        Matcher matcher = DIRECTIVE.matcher(format);
        int copied = 0;
        while (matcher.find()) {
            out.append(format, copied, matcher.start());
            copied = matcher.end();
            String verb = matcher.group(3);
            if (verb == null || verb.equals("%")) {
                out.append(verb == null ? "%!(NOVERB)" : "%");
            } else if (operands.isEmpty()) {
                out.append("%!").append(verb).append("(MISSING)");
            } else if (verb.equals("v")) {
                boolean types = String.valueOf(matcher.group(1)).indexOf('#') >= 0;
                out.append(SpewText.line(operands.remove(0), types));
            } else {
                List<@Nullable Object> operand = new ArrayList<>(operands.subList(0, 1));
                operands.remove(0);
                out.append(GoFormat.format(String.valueOf(matcher.group()), operand));
            }
        }
        out.append(format, copied, format.length());
        if (!operands.isEmpty()) {
            extra(out, operands);
        }
        return out.toString();
    }

    private static void extra(StringBuilder out, List<@Nullable Object> operands) throws FunctionException {
        String separator = "%!(EXTRA ";
        for (Object operand : operands) {
            out.append(separator).append("*spew.formatState=").append(SpewText.line(operand, false));
            separator = ", ";
        }
        out.append(')');
    }
}
