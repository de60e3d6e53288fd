package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoFormat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** consul-template's functions that show values to who writes a template. */
final class DebugFunctions {

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

    private static String format(Arguments arguments) throws FunctionException {
        List<@Nullable Object> operands = new ArrayList<>();
        for (int i = 1; i < arguments.values().size(); i++) {
            operands.add(new SpewOperand(arguments.get(i)));
        }
        return GoFormat.format(arguments.text(0), operands);
    }
}
