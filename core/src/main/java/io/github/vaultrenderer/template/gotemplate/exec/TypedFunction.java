package io.github.vaultrenderer.template.gotemplate.exec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function whose arguments the executor looks at before it calls. */
public record TypedFunction(Signature signature, Function function) implements Function {

    @Override
    public @Nullable Object call(Execution execution, List<@Nullable Object> arguments) throws FunctionException {
        return function.call(execution, arguments);
    }
}
