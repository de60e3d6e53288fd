package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps maps that can be changed from getting into themselves: nothing that prints them would end. */
final class Cycles {

    private Cycles() {}

    /** Puts a value into a map, unless the map is within the value. */
    static <K> void put(Map<K, @Nullable Object> map, K key, @Nullable Object value) throws FunctionException {
        if (isWithin(map, value)) {
            throw FunctionException.failed("a map cannot be put into itself");
        }
        map.put(key, value);
    }

    private static boolean isWithin(Object map, @Nullable Object value) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> open = new ArrayDeque<>();
        if (value != null) {
            open.add(value);
        }
        while (!open.isEmpty()) {
            Object next = open.remove();
            if (isComposite(next) && seen.add(next)) {
                inner(next).stream().filter(Cycles::isComposite).forEach(open::add);
            }
        }
        return seen.contains(map);
    }

    private static Collection<?> inner(Object composite) {
        return composite instanceof Map<?, ?> map ? map.values() : (List<?>) composite;
    }

    private static boolean isComposite(@Nullable Object value) {
        return value instanceof Map<?, ?> || value instanceof List<?>;
    }
}
