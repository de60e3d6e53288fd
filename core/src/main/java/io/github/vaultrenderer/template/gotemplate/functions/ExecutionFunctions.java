package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Execution;
import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** consul-template's functions that execute other templates. */
final class ExecutionFunctions {

    private ExecutionFunctions() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "executeTemplate" -> ExecutionFunctions::executeTemplate;
            default -> null;
        };
    }

    private static Object executeTemplate(Execution execution, List<@Nullable Object> values) throws FunctionException {
        Arguments arguments = Arguments.atLeast(1, "executeTemplate", values);
        String name = arguments.text(0);
        if (values.size() > 2) {
            throw FunctionException.failed(
                    "executeTemplate: wrong number of arguments, expected 1 or 2, but got " + values.size());
        }
        return execution.execute(name, values.size() == 2 ? values.get(1) : null);
    }
}
