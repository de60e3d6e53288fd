package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.TemplatePermissions;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionTable;

/** All functions there are. */
public final class Functions {

    private Functions() {}

    /** Go's own functions and consul-template's. Those that are not permitted are there, and fail when called. */
    public static FunctionTable all(TemplatePermissions permissions) {
        FunctionTable consulTemplate = FunctionTable.of(
                VaultFunctions.functions(),
                EnvironmentFunctions.functions(permissions),
                TextFunctions.functions(),
                EncodingFunctions.functions(),
                CollectionFunctions.functions(),
                MathFunctions.functions(),
                ParseFunctions.functions(),
                FormatFunctions.functions(),
                RegexFunctions.functions(),
                TimeFunctions.functions(),
                ScratchFunctions.functions(),
                ExecutionFunctions.functions(),
                DebugFunctions.functions(permissions),
                FileFunctions.functions(permissions),
                ProcessFunctions.functions(permissions),
                UnsupportedFunctions.functions());
        return consulTemplate
                .replacing(permissions::denies, (execution, values) -> {
                    throw FunctionException.failed("function is disabled");
                })
                .with(GoBuiltins.functions());
    }
}
