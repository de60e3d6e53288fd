package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.FunctionTable;

/** All functions there are. */
public final class Functions {

    private static final FunctionTable ALL = FunctionTable.of(
            GoBuiltins.functions(),
            VaultFunctions.functions(),
            EnvironmentFunctions.functions(),
            TextFunctions.functions(),
            UnsupportedFunctions.functions());

    private Functions() {}

    /** Go's own functions and consul-template's. */
    public static FunctionTable all() {
        return ALL;
    }
}
