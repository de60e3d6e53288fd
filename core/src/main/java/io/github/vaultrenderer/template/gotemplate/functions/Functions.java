package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.TemplatePermissions;
import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionTable;
import io.github.vaultrenderer.template.gotemplate.exec.Signature;
import io.github.vaultrenderer.template.gotemplate.exec.TypedFunction;
import org.jspecify.annotations.Nullable;

/**
 * All functions there are. They are looked up group by group, the most used first, and a group is loaded when it is asked:
 * a run is one short process, and most templates name one or two functions.
 */
public final class Functions implements FunctionTable {

    private final TemplatePermissions permissions;

    private Functions(TemplatePermissions permissions) {
        this.permissions = permissions;
    }

    /** Go's own functions and consul-template's. Those that are not permitted are there, and fail when called. */
    public static FunctionTable all(TemplatePermissions permissions) {
        return new Functions(permissions);
    }

    @Override
    public @Nullable Function find(String name) {
        Function function = GoBuiltins.find(name);
        if (function == null) {
            function = consulTemplate(name);
            if (function != null && permissions.denies(name)) {
                return new TypedFunction(Signatures.DISABLED, disabled());
            }
        }
        Signature signature = Signatures.of(name);
        return function == null || signature == null ? function : new TypedFunction(signature, function);
    }

    private @Nullable Function consulTemplate(String name) {
        Function function = VaultFunctions.find(name);
        if (function == null) {
            function = EnvironmentFunctions.find(permissions, name);
        }
        if (function == null) {
            function = pure(name);
        }
        if (function == null) {
            function = ofExecution(name);
        }
        if (function == null) {
            function = SprigFunctions.find(name);
        }
        return function == null ? UnsupportedFunctions.find(name) : function;
    }

    private @Nullable Function ofExecution(String name) {
        Function function = ScratchFunctions.find(name);
        if (function == null) {
            function = ExecutionFunctions.find(name);
        }
        if (function == null) {
            function = FileFunctions.find(permissions, name);
        }
        if (function == null) {
            function = ProcessFunctions.find(permissions, name);
        }
        return function == null ? DebugFunctions.find(name) : function;
    }

    /** A function that computes from its arguments alone, or from the time, for engines that lack such. */
    public static @Nullable Function pure(String name) {
        Function function = TextFunctions.find(name);
        if (function == null) {
            function = CollectionFunctions.find(name);
        }
        if (function == null) {
            function = ParseFunctions.find(name);
        }
        if (function == null) {
            function = FormatFunctions.find(name);
        }
        if (function == null) {
            function = EncodingFunctions.find(name);
        }
        return function == null ? pureAndRare(name) : function;
    }

    private static @Nullable Function pureAndRare(String name) {
        Function function = MathFunctions.find(name);
        if (function == null) {
            function = RegexFunctions.find(name);
        }
        return function == null ? TimeFunctions.find(name) : function;
    }

    private static Function disabled() {
        return (execution, values) -> {
            throw FunctionException.failed("function is disabled");
        };
    }
}
