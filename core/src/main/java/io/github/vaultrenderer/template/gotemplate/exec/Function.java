package io.github.vaultrenderer.template.gotemplate.exec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function that templates call. */
@FunctionalInterface
public interface Function {

    /**
     * Calls it.
     *
     * @param execution the rendering that calls
     * @param arguments the arguments; what is piped in comes last
     * @return its value
     * @throws FunctionException when it cannot give one; the executor adds where in the template that was
     */
    @Nullable
    Object call(Execution execution, List<@Nullable Object> arguments) throws FunctionException;

    /** What it takes: by this the executor looks at each argument before it evaluates the next one. */
    default Signature signature() {
        return Signature.UNCHECKED;
    }
}
