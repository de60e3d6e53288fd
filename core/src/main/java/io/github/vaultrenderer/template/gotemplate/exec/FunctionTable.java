package io.github.vaultrenderer.template.gotemplate.exec;

import org.jspecify.annotations.Nullable;

/** Functions by name. */
@FunctionalInterface
public interface FunctionTable {

    /** The function of that name, or {@code null} when there is none. The same name gives an equal function each time. */
    @Nullable
    Function find(String name);
}
