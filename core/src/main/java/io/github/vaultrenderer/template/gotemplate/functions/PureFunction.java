package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import org.jspecify.annotations.Nullable;

/** A function of its arguments alone. */
@FunctionalInterface
interface PureFunction {

    @Nullable
    Object of(Arguments arguments) throws FunctionException;

    /** A function of that name with so many arguments. */
    static Function exactly(String name, int arguments, PureFunction function) {
        return (execution, values) -> function.of(Arguments.exactly(arguments, name, values));
    }

    /** A function of that name with any number of arguments from so many on. */
    static Function atLeast(String name, int arguments, PureFunction function) {
        return (execution, values) -> function.of(Arguments.atLeast(arguments, name, values));
    }
}
