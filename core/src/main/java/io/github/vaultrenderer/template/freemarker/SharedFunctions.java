package io.github.vaultrenderer.template.freemarker;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import io.github.vaultrenderer.template.RenderContext;
import io.github.vaultrenderer.template.gotemplate.exec.Execution;
import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.functions.Functions;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The functions that FreeMarker templates share with Go templates: {@code toJSON(secret('secret/org1/app1'))}. */
final class SharedFunctions {

    /** FreeMarker has these itself: {@code ?join}, {@code ?seq_contains}, ranges. */
    private static final Set<String> NATIVE =
            Set.of("in", "contains", "containsAll", "containsAny", "containsNone", "containsNotAll", "join", "loop");

    private SharedFunctions() {}

    static Map<String, TemplateMethodModelEx> of(RenderContext context) {
        Execution execution = new Execution(context);
        Map<String, TemplateMethodModelEx> methods = new HashMap<>();
        Functions.pure().forEach((name, function) -> {
            if (!NATIVE.contains(name)) {
                methods.put(name, arguments -> call(name, function, execution, arguments));
            }
        });
        return methods;
    }

    private static @Nullable TemplateModel call(String name, Function function, Execution execution, List<?> arguments)
            throws TemplateModelException {
        // What hangs from a secret that is pending is pending.
        if (arguments.stream().anyMatch(PendingModel::isPending)) {
            return PendingModel.INSTANCE;
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (Object argument : arguments) {
            values.add(EngineValues.of((TemplateModel) argument));
        }
        try {
            return SecretModels.of(EngineValues.decoded(function.call(execution, values)));
        } catch (FunctionException failure) {
            String reason = GoText.decode(String.valueOf(failure.getMessage()));
            throw new TemplateModelException(reason.contains(name) ? reason : name + ": " + reason);
        }
    }
}
