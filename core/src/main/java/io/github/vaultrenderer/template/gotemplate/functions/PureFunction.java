package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A function of its arguments alone. */
@FunctionalInterface
interface PureFunction {

    @Nullable
    Object of(Arguments arguments) throws FunctionException;

    /** An entry of a function table: a function with so many arguments. */
    static Map.Entry<String, Function> entry(String name, int arguments, PureFunction function) {
        return Map.entry(name, (execution, values) -> function.of(Arguments.exactly(arguments, name, values)));
    }

    /** An entry of a function table: a function with any number of arguments from so many on. */
    static Map.Entry<String, Function> atLeast(String name, int arguments, PureFunction function) {
        return Map.entry(name, (execution, values) -> function.of(Arguments.atLeast(arguments, name, values)));
    }
}
