package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Execution;
import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** consul-template's functions that read the environment. */
final class EnvironmentFunctions {

    private EnvironmentFunctions() {}

    static Map<String, Function> functions() {
        return Map.of(
                "env", EnvironmentFunctions::env,
                "mustEnv", EnvironmentFunctions::mustEnv,
                "envOrDefault", EnvironmentFunctions::envOrDefault);
    }

    private static Object env(Execution execution, List<@Nullable Object> values) throws FunctionException {
        String value = execution.env(Arguments.exactly(1, "env", values).text(0));
        return Objects.requireNonNullElse(value, "");
    }

    private static Object mustEnv(Execution execution, List<@Nullable Object> values) throws FunctionException {
        String name = Arguments.exactly(1, "mustEnv", values).text(0);
        String value = execution.env(name);
        if (value == null || value.isEmpty()) {
            throw FunctionException.failed("missing environment variable: " + name);
        }
        return value;
    }

    private static Object envOrDefault(Execution execution, List<@Nullable Object> values) throws FunctionException {
        Arguments arguments = Arguments.exactly(2, "envOrDefault", values);
        // A variable that is set to nothing counts as set.
        return Objects.requireNonNullElse(execution.env(arguments.text(0)), arguments.text(1));
    }
}
