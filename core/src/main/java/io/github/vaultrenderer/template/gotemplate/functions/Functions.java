package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.TemplatePermissions;
import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionTable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

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
                DebugFunctions.functions(),
                FileFunctions.functions(permissions),
                ProcessFunctions.functions(permissions),
                SprigFunctions.functions(),
                UnsupportedFunctions.functions());
        return consulTemplate
                .replacing(permissions::denies, (execution, values) -> {
                    throw FunctionException.failed("function is disabled");
                })
                .with(GoBuiltins.functions());
    }

    /** The functions that compute from their arguments alone, or from the time, for engines that lack such. */
    public static Map<String, Function> pure() {
        Map<String, Function> pure = new LinkedHashMap<>();
        pure.putAll(TextFunctions.functions());
        pure.putAll(EncodingFunctions.functions());
        pure.putAll(CollectionFunctions.functions());
        pure.putAll(ParseFunctions.functions());
        pure.putAll(FormatFunctions.functions());
        pure.putAll(RegexFunctions.functions());
        pure.putAll(TimeFunctions.functions());
        return Collections.unmodifiableMap(pure);
    }
}
