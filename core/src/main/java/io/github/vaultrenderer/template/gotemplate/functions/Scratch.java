package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoFormat;
import io.github.vaultrenderer.template.gotemplate.exec.GoMap;
import io.github.vaultrenderer.template.gotemplate.exec.GoObject;
import io.github.vaultrenderer.template.gotemplate.exec.Parameter;
import io.github.vaultrenderer.template.gotemplate.exec.Signature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The values that one rendering has put aside. */
final class Scratch implements GoObject {

    private final Map<String, @Nullable Object> values = new HashMap<>();

    @Override
    public String type() {
        return "*template.Scratch";
    }

    @Override
    public Signature signature(String method) {
        return switch (method) {
            case "Key", "Get", "MapValues" -> Signature.of(Signatures.TEXT);
            case "Set", "SetX" -> Signature.of(Signatures.TEXT, Parameter.ANY);
            case "MapSet", "MapSetX" -> Signature.of(Signatures.TEXT, Signatures.TEXT, Parameter.ANY);
            default -> Signature.NO_METHOD;
        };
    }

    @Override
    public @Nullable Object call(String method, List<@Nullable Object> arguments) throws FunctionException {
        return switch (method) {
            case "Key" -> values.containsKey(key(1, method, arguments));
            case "Get" -> values.get(key(1, method, arguments));
            case "Set" -> set(key(2, method, arguments), arguments.get(1), true);
            case "SetX" -> set(key(2, method, arguments), arguments.get(1), false);
            case "MapSet" -> mapSet(Arguments.exactly(3, method, arguments), true);
            case "MapSetX" -> mapSet(Arguments.exactly(3, method, arguments), false);
            case "MapValues" -> mapValues(key(1, method, arguments));
            default ->
                throw FunctionException.wrongCall("can't evaluate field " + method + " in type *template.Scratch");
        };
    }

    private static String key(int count, String method, List<@Nullable Object> arguments) throws FunctionException {
        return Arguments.exactly(count, method, arguments).text(0);
    }

    private String set(String key, @Nullable Object value, boolean overwrite) {
        if (overwrite || !values.containsKey(key)) {
            values.put(key, value);
        }
        return "";
    }

    private String mapSet(Arguments arguments, boolean overwrite) throws FunctionException {
        String key = arguments.text(0);
        String mapKey = arguments.text(1);
        if (!values.containsKey(key)) {
            values.put(key, new TreeMap<String, @Nullable Object>());
        }
        Map<String, @Nullable Object> map = map(key);
        if (map == null) {
            throw FunctionException.failed(GoFormat.quote(key) + " is not a map");
        }
        if (overwrite || !map.containsKey(mapKey)) {
            Cycles.put(map, mapKey, arguments.get(2));
        }
        return "";
    }

    private List<@Nullable Object> mapValues(String key) {
        Map<String, @Nullable Object> map = map(key);
        return map == null ? List.of() : new ArrayList<>(new TreeMap<>(map).values());
    }

    @SuppressWarnings("unchecked")
    private @Nullable Map<String, @Nullable Object> map(String key) {
        Object value = values.get(key);
        return value instanceof Map<?, ?> && !(value instanceof GoMap) ? (Map<String, @Nullable Object>) value : null;
    }
}
