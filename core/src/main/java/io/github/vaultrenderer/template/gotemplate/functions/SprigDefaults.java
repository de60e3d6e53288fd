package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoList;
import io.github.vaultrenderer.template.gotemplate.exec.GoMap;
import io.github.vaultrenderer.template.gotemplate.exec.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** sprig's functions on values of any type: what to take when they are empty, their types, copies and JSON. */
final class SprigDefaults {

    private SprigDefaults() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "sprig_default" -> PureFunction.atLeast(name, 1, SprigDefaults::orDefault);
            case "sprig_empty" -> PureFunction.exactly(name, 1, a -> GoKinds.isEmpty(a.get(0)));
            case "sprig_coalesce" -> PureFunction.atLeast(name, 0, a -> firstNotEmpty(a.values()));
            case "sprig_all" ->
                PureFunction.atLeast(name, 0, a -> a.values().stream().noneMatch(GoKinds::isEmpty));
            case "sprig_any" ->
                PureFunction.atLeast(name, 0, a -> !a.values().stream().allMatch(GoKinds::isEmpty));
            case "sprig_ternary" -> PureFunction.exactly(name, 3, a -> a.bool(2) ? a.get(0) : a.get(1));
            case "sprig_deepCopy" -> PureFunction.exactly(name, 1, a -> copyOf(a.get(0)));
            case "sprig_mustDeepCopy" -> PureFunction.exactly(name, 1, a -> copyOf(a.get(0)));
            case "sprig_typeOf" -> PureFunction.exactly(name, 1, a -> Values.type(a.get(0)));
            case "sprig_typeIs" -> PureFunction.exactly(name, 2, a -> a.text(0).equals(Values.type(a.get(1))));
            case "sprig_typeIsLike" -> PureFunction.exactly(name, 2, a -> isLike(a.text(0), Values.type(a.get(1))));
            case "sprig_kindOf" -> PureFunction.exactly(name, 1, a -> GoKinds.of(a.get(0)));
            case "sprig_kindIs" -> PureFunction.exactly(name, 2, a -> a.text(0).equals(GoKinds.of(a.get(1))));
            case "sprig_deepEqual" -> PureFunction.exactly(name, 2, a -> GoKinds.deepEqual(a.get(0), a.get(1)));
            case "sprig_fromJson" -> PureFunction.exactly(name, 1, a -> fromJsonOrNil(a.text(0)));
            case "sprig_mustFromJson" -> PureFunction.exactly(name, 1, a -> JsonValues.read(a.text(0)));
            case "sprig_toJson" -> PureFunction.exactly(name, 1, a -> jsonOrNothing(true, false, a.get(0)));
            case "sprig_mustToJson" -> PureFunction.exactly(name, 1, a -> new JsonText(true, false).of(a.get(0)));
            case "sprig_toPrettyJson" -> PureFunction.exactly(name, 1, a -> jsonOrNothing(true, true, a.get(0)));
            case "sprig_mustToPrettyJson" -> PureFunction.exactly(name, 1, a -> new JsonText(true, true).of(a.get(0)));
            case "sprig_toRawJson" -> PureFunction.exactly(name, 1, a -> new JsonText(false, false).of(a.get(0)));
            case "sprig_mustToRawJson" -> PureFunction.exactly(name, 1, a -> new JsonText(false, false).of(a.get(0)));
            default -> null;
        };
    }

    private static @Nullable Object orDefault(Arguments arguments) {
        Object given = arguments.values().size() > 1 ? arguments.get(1) : null;
        return GoKinds.isEmpty(given) ? arguments.get(0) : given;
    }

    private static @Nullable Object firstNotEmpty(List<@Nullable Object> values) {
        return values.stream()
                .filter(value -> !GoKinds.isEmpty(value))
                .findFirst()
                .orElse(null);
    }

    private static boolean isLike(String wanted, String type) {
        return wanted.equals(type) || ("*" + wanted).equals(type);
    }

    private static @Nullable Object copyOf(@Nullable Object value) throws FunctionException {
        if (value == null) {
            throw FunctionException.failed("nil cannot be copied");
        }
        return copy(value);
    }

    private static @Nullable Object copy(@Nullable Object value) {
        if (value instanceof SemanticVersion) {
            // The library that sprig copies with does not see its fields.
            return SemanticVersion.NONE;
        }
        if (GoNil.isNil(value)) {
            return value;
        }
        if (value instanceof GoMap map) {
            Map<@Nullable Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, inner) -> copy.put(key, copy(inner)));
            return new GoMap(map.keyType(), map.elementType(), copy);
        }
        if (value instanceof GoList list) {
            return new GoList(
                    list.elementType(), list.stream().map(SprigDefaults::copy).toList());
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new TreeMap<>();
            map.forEach((key, inner) -> copy.put((String) key, copy(inner)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(inner -> copy.add(copy(inner)));
            return copy;
        }
        return value;
    }

    private static @Nullable Object fromJsonOrNil(String text) {
        try {
            return JsonValues.read(text);
        } catch (FunctionException malformed) {
            return null;
        }
    }

    private static String jsonOrNothing(boolean html, boolean pretty, @Nullable Object value) {
        try {
            return new JsonText(html, pretty).of(value);
        } catch (FunctionException unsupported) {
            return "";
        }
    }
}
