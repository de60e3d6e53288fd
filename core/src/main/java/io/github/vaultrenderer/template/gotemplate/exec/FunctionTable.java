package io.github.vaultrenderer.template.gotemplate.exec;

import java.util.LinkedHashMap;
import java.util.Map;
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

    /** Whether there is a function of that name. */
    public boolean has(String name) {
        return functions.containsKey(name);
    }

    @Nullable
    Function get(String name) {
        return functions.get(name);
    }
}
