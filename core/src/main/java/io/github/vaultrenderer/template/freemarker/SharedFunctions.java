package io.github.vaultrenderer.template.freemarker;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import io.github.vaultrenderer.template.RenderContext;
import io.github.vaultrenderer.template.gotemplate.exec.Execution;
import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.functions.Functions;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The functions that FreeMarker templates share with Go templates: {@code toJSON(secret('secret/org1/app1'))}. */
final class SharedFunctions {

    /** Not those that FreeMarker has itself: {@code ?join}, {@code ?seq_contains}, ranges, arithmetic. */
    private static final List<String> NAMES = List.of(
            "toLower",
            "toUpper",
            "toTitle",
            "trim",
            "trimPrefix",
            "trimSuffix",
            "trimSpace",
            "indent",
            "replaceAll",
            "split",
            "splitToMap",
            "base64Encode",
            "base64URLEncode",
            "base64Decode",
            "base64URLDecode",
            "sha256Hex",
            "md5sum",
            "hmacSHA256Hex",
            "explodeMap",
            "mergeMap",
            "mergeMapWithOverride",
            "parseBool",
            "parseFloat",
            "parseInt",
            "parseUint",
            "parseJSON",
            "parseYAML",
            "toJSON",
            "toJSONPretty",
            "toUnescapedJSON",
            "toUnescapedJSONPretty",
            "toYAML",
            "toTOML",
            "regexMatch",
            "regexReplaceAll",
            "timestamp");

    private SharedFunctions() {}

    static Map<String, TemplateMethodModelEx> of(RenderContext context) {
        Execution execution = new Execution(context);
        Map<String, TemplateMethodModelEx> methods = new HashMap<>();
        for (String name : NAMES) {
            methods.put(name, arguments -> call(name, execution, arguments));
        }
        return methods;
    }

    private static @Nullable TemplateModel call(String name, Execution execution, List<?> arguments)
            throws TemplateModelException {
        // What hangs from a secret that is pending is pending.
        if (arguments.stream().anyMatch(PendingModel::isPending)) {
            return PendingModel.INSTANCE;
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (Object argument : arguments) {
            values.add(EngineValues.of((TemplateModel) argument));
        }
        Function function = Objects.requireNonNull(Functions.pure(name), name);
        try {
            return SecretModels.of(EngineValues.decoded(function.call(execution, values)));
        } catch (FunctionException failure) {
            String reason = GoText.decode(String.valueOf(failure.getMessage()));
            throw new TemplateModelException(reason.contains(name) ? reason : name + ": " + reason);
        }
    }
}
