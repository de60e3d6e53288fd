package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.secrets.VaultNumber;
import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoChannel;
import io.github.vaultrenderer.template.gotemplate.exec.GoInteger;
import io.github.vaultrenderer.template.gotemplate.exec.Values;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** consul-template's functions on lists and maps. */
final class CollectionFunctions {

    private CollectionFunctions() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "in" -> PureFunction.exactly(name, 2, a -> in(a.get(0), a.get(1)));
            case "contains" -> PureFunction.exactly(name, 2, a -> in(a.get(1), a.get(0)));
            case "containsAll" -> PureFunction.exactly(name, 2, a -> some(a, true, true));
            case "containsAny" -> PureFunction.exactly(name, 2, a -> some(a, false, false));
            case "containsNone" -> PureFunction.exactly(name, 2, a -> some(a, true, false));
            case "containsNotAll" -> PureFunction.exactly(name, 2, a -> some(a, false, true));
            case "explodeMap" -> PureFunction.exactly(name, 1, a -> explode(a.map(0)));
            case "mergeMap" -> PureFunction.atLeast(name, 2, CollectionFunctions::merge);
            case "mergeMapWithOverride" ->
                PureFunction.exactly(name, 2, a -> MapMerge.OVERRIDING.merged(a.map(0), a.map(1)));
            case "loop" -> PureFunction.atLeast(name, 0, CollectionFunctions::loop);
            default -> null;
        };
    }

    private static Map<String, @Nullable Object> merge(Arguments arguments) throws FunctionException {
        if (arguments.values().size() > 2) {
            throw FunctionException.failed("a template has no options for a merge");
        }
        return MapMerge.KEEPING.merged(arguments.map(0), arguments.map(1));
    }

    /** Whether each of some values is in a list ({@code present}) or is not, for all of them or for any. */
    private static boolean some(Arguments arguments, boolean all, boolean present) throws FunctionException {
        for (Object value : arguments.anyList(0)) {
            if (in(arguments.get(1), value) != present) {
                return !all;
            }
        }
        return all;
    }

    private static boolean in(@Nullable Object list, @Nullable Object value) throws FunctionException {
        if (list instanceof List<?> elements) {
            for (Object element : elements) {
                if (isSame(element, value)) {
                    return true;
                }
            }
            return false;
        }
        String text = Arguments.kindOfString(list);
        return text != null && isSameType(list, value) && text.contains(String.valueOf(Arguments.kindOfString(value)));
    }

    /** Go's function compares signed integers, floats and strings, and nothing else. */
    private static boolean isSame(@Nullable Object element, @Nullable Object value) throws FunctionException {
        if (element instanceof String || element instanceof VaultNumber) {
            return isSameType(element, value) && element.equals(value);
        }
        if (element instanceof Double first && value instanceof Double second) {
            return (double) first == (double) second;
        }
        Long first = signed(element);
        return first != null && first.equals(signed(value));
    }

    private static boolean isSameType(@Nullable Object first, @Nullable Object second) throws FunctionException {
        if (second == null) {
            throw FunctionException.failed("nil is in no list of strings");
        }
        return first != null && first.getClass() == second.getClass();
    }

    private static @Nullable Long signed(@Nullable Object value) {
        if (value instanceof GoInteger integer && integer.type().isSigned()) {
            return integer.bits();
        }
        return value instanceof Long number ? number : null;
    }

    private static Map<String, @Nullable Object> explode(Map<String, @Nullable Object> map) throws FunctionException {
        Map<String, @Nullable Object> exploded = new TreeMap<>();
        for (Map.Entry<String, @Nullable Object> entry : new TreeMap<>(map).entrySet()) {
            explode(exploded, entry.getKey(), entry.getValue());
        }
        return exploded;
    }

    @SuppressWarnings("unchecked")
    private static void explode(Map<String, @Nullable Object> into, String key, @Nullable Object value)
            throws FunctionException {
        Map<String, @Nullable Object> map = into;
        int from = 0;
        for (int at = key.indexOf('/'); at >= 0; at = key.indexOf('/', from)) {
            String top = key.substring(from, at);
            Object nested = map.containsKey(top) ? map.get(top) : new TreeMap<String, @Nullable Object>();
            if (!(nested instanceof Map<?, ?>) || !Values.type(nested).equals("map[string]interface {}")) {
                throw FunctionException.failed("explodeMap: not a map: a key above it already has a value");
            }
            map.put(top, nested);
            map = (Map<String, @Nullable Object>) nested;
            from = at + 1;
        }
        if (from < key.length()) {
            map.put(key.substring(from), value);
        }
    }

    private static Object loop(Arguments arguments) throws FunctionException {
        int count = arguments.values().size();
        if (count != 1 && count != 2) {
            throw FunctionException.failed("loop: wrong number of arguments, expected 1 or 2, but got " + count);
        }
        long start = count == 1 ? 0 : bound(arguments.get(0));
        long end = bound(arguments.get(count - 1));
        return new GoChannel(start, end);
    }

    private static long bound(@Nullable Object value) throws FunctionException {
        if (value instanceof Long number) {
            return number;
        }
        if (value instanceof GoInteger integer) {
            return integer.bits();
        }
        String text = Arguments.kindOfString(value);
        if (text == null) {
            throw FunctionException.failed("loop: bad argument type: " + Values.type(value));
        }
        return Numbers.parseInt(text);
    }
}
