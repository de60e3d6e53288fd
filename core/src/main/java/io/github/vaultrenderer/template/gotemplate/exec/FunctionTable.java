package io.github.vaultrenderer.template.gotemplate.exec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Functions by name. Immutable. */
public final class FunctionTable {

    private final Map<String, Function> functions;

    private FunctionTable(Map<String, Function> functions) {
        this.functions = Map.copyOf(functions);
    }

    /**
     * One table of several.
     *
     * @throws IllegalArgumentException when a name is in two of them
     */
    @SafeVarargs
    public static FunctionTable of(Map<String, Function>... parts) {
        Map<String, Function> all = new LinkedHashMap<>();
        for (Map<String, Function> part : parts) {
            part.forEach((name, function) -> {
                if (all.put(name, function) != null) {
                    throw new IllegalArgumentException("two functions are called " + name);
                }
            });
        }
        return new FunctionTable(all);
    }

    /** This table and another's functions. */
    public FunctionTable with(Map<String, Function> others) {
        return of(functions, others);
    }

    /** This table with one function in place of those whose name is one of some. */
    public FunctionTable replacing(Predicate<String> names, Function replacement) {
        Map<String, Function> replaced = new LinkedHashMap<>(functions);
        replaced.replaceAll((name, function) -> names.test(name) ? replacement : function);
        return new FunctionTable(replaced);
    }

    /** Whether there is a function of that name. */
    public boolean has(String name) {
        return functions.containsKey(name);
    }

    @Nullable
    Function get(String name) {
        return functions.get(name);
    }
}
