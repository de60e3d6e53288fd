package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoList;
import io.github.vaultrenderer.template.gotemplate.exec.GoMap;
import io.github.vaultrenderer.template.gotemplate.exec.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** sprig's functions on maps. Those that set, unset and merge change the map that they are given. */
final class SprigDicts {

    private static final int LEAST_TO_DIG = 3;

    private SprigDicts() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "sprig_dict" -> PureFunction.atLeast(name, 0, SprigDicts::dict);
            case "sprig_get" -> PureFunction.exactly(name, 2, a -> get(a.map(0), a.text(1)));
            case "sprig_set" -> PureFunction.exactly(name, 3, SprigDicts::set);
            case "sprig_unset" -> PureFunction.exactly(name, 2, SprigDicts::unset);
            case "sprig_hasKey" -> PureFunction.exactly(name, 2, a -> a.map(0).containsKey(a.text(1)));
            case "sprig_pluck" -> PureFunction.atLeast(name, 1, SprigDicts::pluck);
            case "sprig_keys" -> PureFunction.atLeast(name, 0, SprigDicts::keys);
            case "sprig_values" -> PureFunction.exactly(name, 1, a -> values(a.map(0)));
            case "sprig_pick" -> PureFunction.atLeast(name, 1, a -> chosen(a, true));
            case "sprig_omit" -> PureFunction.atLeast(name, 1, a -> chosen(a, false));
            case "sprig_merge" -> PureFunction.atLeast(name, 1, a -> mergedOrNothing(MapMerge.KEEPING, a));
            case "sprig_mustMerge" -> PureFunction.atLeast(name, 1, a -> merged(MapMerge.KEEPING, a));
            case "sprig_mergeOverwrite" -> PureFunction.atLeast(name, 1, a -> mergedOrNothing(MapMerge.OVERRIDING, a));
            case "sprig_mustMergeOverwrite" -> PureFunction.atLeast(name, 1, a -> merged(MapMerge.OVERRIDING, a));
            case "sprig_dig" -> PureFunction.atLeast(name, 0, SprigDicts::dig);
            default -> null;
        };
    }

    private static Map<String, @Nullable Object> dict(Arguments arguments) {
        List<@Nullable Object> values = arguments.values();
        Map<String, @Nullable Object> dict = new TreeMap<>();
        for (int i = 0; i < values.size(); i += 2) {
            dict.put(GoKinds.text(values.get(i)), i + 1 < values.size() ? values.get(i + 1) : "");
        }
        return dict;
    }

    private static @Nullable Object get(Map<String, @Nullable Object> map, String key) {
        return map.containsKey(key) ? map.get(key) : "";
    }

    private static Object set(Arguments arguments) throws FunctionException {
        Map<String, @Nullable Object> map = arguments.map(0);
        if (GoNil.isNilMap(arguments.get(0))) {
            throw FunctionException.failed("assignment to entry in nil map");
        }
        Cycles.put(map, arguments.text(1), arguments.get(2));
        return map;
    }

    private static Object unset(Arguments arguments) throws FunctionException {
        String key = arguments.text(1);
        if (GoNil.isNilMap(arguments.get(0))) {
            return GoNil.MAP;
        }
        Map<String, @Nullable Object> map = arguments.map(0);
        map.remove(key);
        return map;
    }

    private static List<@Nullable Object> pluck(Arguments arguments) throws FunctionException {
        String key = arguments.text(0);
        List<@Nullable Object> plucked = new ArrayList<>();
        for (int i = 1; i < arguments.values().size(); i++) {
            Map<String, @Nullable Object> map = arguments.map(i);
            if (map.containsKey(key)) {
                plucked.add(map.get(key));
            }
        }
        return plucked;
    }

    private static GoList keys(Arguments arguments) throws FunctionException {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < arguments.values().size(); i++) {
            keys.addAll(new TreeMap<>(arguments.map(i)).keySet());
        }
        return GoList.ofStrings(keys);
    }

    private static List<@Nullable Object> values(Map<String, @Nullable Object> map) {
        return new ArrayList<>(new TreeMap<>(map).values());
    }

    private static Map<String, @Nullable Object> chosen(Arguments arguments, boolean named) throws FunctionException {
        Map<String, @Nullable Object> chosen = new TreeMap<>(arguments.map(0));
        List<String> names = arguments.textsFrom(1);
        chosen.keySet().removeIf(key -> names.contains(key) != named);
        return chosen;
    }

    private static Object mergedOrNothing(MapMerge merge, Arguments arguments) throws FunctionException {
        List<Map<String, @Nullable Object>> maps = maps(arguments);
        try {
            return merged(merge, maps);
        } catch (FunctionException different) {
            return "";
        }
    }

    private static Object merged(MapMerge merge, Arguments arguments) throws FunctionException {
        return merged(merge, maps(arguments));
    }

    private static Object merged(MapMerge merge, List<Map<String, @Nullable Object>> maps) throws FunctionException {
        Map<String, @Nullable Object> target = maps.get(0);
        for (Map<String, @Nullable Object> source : maps.subList(1, maps.size())) {
            target = merge.merged(target, source);
        }
        return target;
    }

    private static List<Map<String, @Nullable Object>> maps(Arguments arguments) throws FunctionException {
        List<Map<String, @Nullable Object>> maps = new ArrayList<>();
        for (int i = 0; i < arguments.values().size(); i++) {
            maps.add(arguments.map(i));
        }
        return maps;
    }

    private static @Nullable Object dig(Arguments arguments) throws FunctionException {
        int keys = arguments.values().size() - 2;
        if (keys < LEAST_TO_DIG - 2) {
            throw FunctionException.failed("dig needs at least three arguments");
        }
        Object value = arguments.get(keys + 1);
        if (value instanceof GoMap || !(value instanceof Map<?, ?>)) {
            throw FunctionException.failed("dig: the last argument is of type " + Values.type(value));
        }
        for (Object step : arguments.values().subList(0, keys)) {
            if (!(step instanceof String)) {
                throw FunctionException.failed("dig: a key is of type " + Values.type(step));
            }
        }
        for (Object key : arguments.values().subList(0, keys)) {
            if (!(value instanceof Map<?, ?> map) || map instanceof GoMap) {
                throw FunctionException.failed("dig: a value on the way is no map");
            }
            if (!map.containsKey(key)) {
                return arguments.get(keys);
            }
            value = map.get(key);
        }
        return value;
    }
}
