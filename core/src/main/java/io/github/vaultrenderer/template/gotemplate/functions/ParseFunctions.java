package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** consul-template's functions that read values from texts. An empty text is a type's zero value. */
final class ParseFunctions {

    private ParseFunctions() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "parseBool" -> PureFunction.exactly(name, 1, a -> parseBool(a.text(0)));
            case "parseFloat" -> PureFunction.exactly(name, 1, a -> parseFloat(a.text(0)));
            case "parseInt" -> PureFunction.exactly(name, 1, a -> Numbers.int64(Numbers.parseInt(a.text(0))));
            case "parseUint" -> PureFunction.exactly(name, 1, a -> Numbers.uint64(Numbers.parseUint(a.text(0))));
            case "parseJSON" -> PureFunction.exactly(name, 1, a -> parseJson(a.text(0)));
            case "parseYAML" -> PureFunction.exactly(name, 1, a -> parseYaml(a.text(0)));
            default -> null;
        };
    }

    private static boolean parseBool(String text) throws FunctionException {
        return switch (text) {
            case "1", "t", "T", "TRUE", "true", "True" -> true;
            case "", "0", "f", "F", "FALSE", "false", "False" -> false;
            default -> throw FunctionException.failed("parseBool: invalid syntax");
        };
    }

    private static double parseFloat(String text) throws FunctionException {
        Double value = text.isEmpty() ? Double.valueOf(0) : Numbers.parseFloat(text);
        if (value == null) {
            throw FunctionException.failed("parseFloat: no finite number");
        }
        return value;
    }

    private static @Nullable Object parseJson(String text) throws FunctionException {
        return text.isEmpty() ? new TreeMap<String, @Nullable Object>() : JsonValues.read(text);
    }

    private static @Nullable Object parseYaml(String text) throws FunctionException {
        return text.isEmpty() ? new TreeMap<String, @Nullable Object>() : YamlReader.read(text);
    }
}
