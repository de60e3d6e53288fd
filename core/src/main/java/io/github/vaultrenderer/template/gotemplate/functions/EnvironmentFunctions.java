package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.TemplatePermissions;
import io.github.vaultrenderer.template.gotemplate.exec.Execution;
import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** consul-template's functions that read the environment. */
final class EnvironmentFunctions {

    private final TemplatePermissions permissions;

    private EnvironmentFunctions(TemplatePermissions permissions) {
        this.permissions = permissions;
    }

    static @Nullable Function find(TemplatePermissions permissions, String name) {
        EnvironmentFunctions functions = new EnvironmentFunctions(permissions);
        return switch (name) {
            case "env" -> functions::env;
            case "mustEnv" -> functions::mustEnv;
            case "envOrDefault" -> functions::envOrDefault;
            default -> null;
        };
    }

    private Object env(Execution execution, List<@Nullable Object> values) throws FunctionException {
        return Objects.requireNonNullElse(variable(execution, Arguments.exactly(1, "env", values)), "");
    }

    private Object mustEnv(Execution execution, List<@Nullable Object> values) throws FunctionException {
        Arguments arguments = Arguments.exactly(1, "mustEnv", values);
        String value = variable(execution, arguments);
        if (value == null || value.isEmpty()) {
            throw FunctionException.failed("required environment variable " + arguments.text(0) + " is empty");
        }
        return value;
    }

    private Object envOrDefault(Execution execution, List<@Nullable Object> values) throws FunctionException {
        Arguments arguments = Arguments.exactly(2, "envOrDefault", values);
        String otherwise = arguments.text(1);
        // A variable that is set to nothing counts as set.
        return Objects.requireNonNullElse(variable(execution, arguments), otherwise);
    }

    private @Nullable String variable(Execution execution, Arguments arguments) throws FunctionException {
        String name = arguments.text(0);
        if (permissions.hidesVariable(GoText.decode(name))) {
            throw Forbidden.setting(
                    arguments.function() + " \"" + name + "\"", "ownCredentials", "read the secret that you need");
        }
        return execution.env(name);
    }
}
