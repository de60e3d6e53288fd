package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** sprig's functions on lists. None changes the list that it is given. */
final class SprigLists {

    private static final int MOST_NUMBERS = 10_000_000;

    private SprigLists() {}

    // A function with "must" does the same as that without: a template fails either way.
    static @Nullable Function find(String name) {
        return switch (name) {
            case "sprig_list" -> PureFunction.atLeast(name, 0, a -> copy(a.values()));
            case "sprig_tuple" -> PureFunction.atLeast(name, 0, a -> copy(a.values()));
            case "sprig_concat" -> PureFunction.atLeast(name, 0, SprigLists::concat);
            case "sprig_until" -> PureFunction.exactly(name, 1, a -> numbers(until(a.integer(0))));
            case "sprig_untilStep" ->
                PureFunction.exactly(name, 3, a -> numbers(range(a.integer(0), a.integer(1), a.integer(2))));
            case "sprig_seq" -> PureFunction.atLeast(name, 0, SprigLists::seq);
            case "sprig_append", "sprig_mustAppend" ->
                PureFunction.exactly(name, 2, a -> appended(a.slice(0), a.get(1)));
            case "sprig_push", "sprig_mustPush" -> PureFunction.exactly(name, 2, a -> appended(a.slice(0), a.get(1)));
            case "sprig_prepend", "sprig_mustPrepend" ->
                PureFunction.exactly(name, 2, a -> prepended(a.slice(0), a.get(1)));
            case "sprig_first", "sprig_mustFirst" ->
                PureFunction.exactly(
                        name, 1, a -> a.slice(0).isEmpty() ? null : a.slice(0).get(0));
            case "sprig_last", "sprig_mustLast" -> PureFunction.exactly(name, 1, a -> last(a.slice(0)));
            case "sprig_rest", "sprig_mustRest" -> PureFunction.exactly(name, 1, a -> part(a.slice(0), 1, 0));
            case "sprig_initial", "sprig_mustInitial" -> PureFunction.exactly(name, 1, a -> part(a.slice(0), 0, 1));
            case "sprig_reverse", "sprig_mustReverse" -> PureFunction.exactly(name, 1, a -> reversed(a.slice(0)));
            case "sprig_uniq", "sprig_mustUniq" -> PureFunction.exactly(name, 1, a -> unique(a.slice(0)));
            case "sprig_compact", "sprig_mustCompact" -> PureFunction.exactly(name, 1, a -> compact(a.slice(0)));
            case "sprig_without", "sprig_mustWithout" -> PureFunction.atLeast(name, 1, SprigLists::without);
            case "sprig_has", "sprig_mustHas" ->
                PureFunction.exactly(name, 2, a -> a.get(1) != null && contains(a.slice(1), a.get(0)));
            case "sprig_slice", "sprig_mustSlice" -> PureFunction.atLeast(name, 1, SprigLists::slice);
            case "sprig_chunk", "sprig_mustChunk" ->
                PureFunction.exactly(name, 2, a -> chunks(a.integer(0), a.slice(1)));
            default -> null;
        };
    }

    private static List<@Nullable Object> copy(List<? extends @Nullable Object> values) {
        return new ArrayList<>(values);
    }

    private static Object concat(Arguments arguments) throws FunctionException {
        List<@Nullable Object> all = new ArrayList<>();
        for (int i = 0; i < arguments.values().size(); i++) {
            all.addAll(arguments.slice(i));
        }
        return all.isEmpty() ? GoNil.ANY : all;
    }

    private static List<@Nullable Object> appended(List<?> list, @Nullable Object value) {
        List<@Nullable Object> longer = copy(list);
        longer.add(value);
        return longer;
    }

    private static List<@Nullable Object> prepended(List<?> list, @Nullable Object value) {
        List<@Nullable Object> longer = copy(list);
        longer.add(0, value);
        return longer;
    }

    private static @Nullable Object last(List<?> list) {
        return list.isEmpty() ? null : list.get(list.size() - 1);
    }

    private static List<@Nullable Object> part(List<?> list, int fromStart, int fromEnd) {
        return list.isEmpty() ? GoNil.ANY : copy(list.subList(fromStart, list.size() - fromEnd));
    }

    private static List<@Nullable Object> reversed(List<?> list) {
        List<@Nullable Object> reversed = copy(list);
        Collections.reverse(reversed);
        return reversed;
    }

    private static boolean contains(List<?> list, @Nullable Object value) {
        return list.stream().anyMatch(element -> GoKinds.deepEqual(value, element));
    }

    private static List<@Nullable Object> unique(List<?> list) {
        List<@Nullable Object> unique = new ArrayList<>();
        for (Object element : list) {
            if (!contains(unique, element)) {
                unique.add(element);
            }
        }
        return unique;
    }

    private static List<?> compact(List<?> list) {
        return list.stream().filter(element -> !GoKinds.isEmpty(element)).collect(Collectors.toList());
    }

    private static List<@Nullable Object> without(Arguments arguments) throws FunctionException {
        List<?> omitted = arguments.values().subList(1, arguments.values().size());
        List<@Nullable Object> rest = copy(arguments.slice(0));
        rest.removeIf(element -> contains(omitted, element));
        return rest;
    }

    private static @Nullable Object slice(Arguments arguments) throws FunctionException {
        List<?> list = arguments.slice(0);
        int indexes = arguments.values().size() - 1;
        if (list.isEmpty()) {
            return null;
        }
        long from = indexes > 0 ? Casts.toLong(arguments.get(1)) : 0;
        long to = indexes > 1 ? Casts.toLong(arguments.get(2)) : list.size();
        if (from < 0 || from > to || to > list.size()) {
            throw FunctionException.failed("slice index out of bounds");
        }
        List<?> part = list.subList((int) from, (int) to);
        return list instanceof GoList typed ? new GoList(typed.elementType(), part) : copy(part);
    }

    /** As many lists as sprig computes with floats, which for a negative size may be one, or none. */
    private static GoList chunks(long size, List<?> list) throws FunctionException {
        double wanted = Math.floor((list.size() - 1) / (double) size) + 1;
        long rest = size == 0 ? 0 : list.size() % size;
        if (size == 0 || wanted < 0 || (wanted > 0 && size < 0 && rest == 0)) {
            throw FunctionException.failed("a chunk has to have a size");
        }
        int count = (int) wanted;
        List<List<@Nullable Object>> chunks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int from = (int) (i * size);
            int length = (int) (i == count - 1 && rest != 0 ? rest : size);
            chunks.add(copy(list.subList(from, from + length)));
        }
        return new GoList("[]interface {}", chunks);
    }

    private static List<Long> until(long count) throws FunctionException {
        return range(0, count, count < 0 ? -1 : 1);
    }

    private static GoList numbers(List<Long> numbers) {
        return new GoList("int", numbers);
    }

    private static List<Long> range(long start, long stop, long step) throws FunctionException {
        if (stop < start ? step >= 0 : step <= 0) {
            return List.of();
        }
        List<Long> numbers = new ArrayList<>();
        // Go's numbers go round too when they are added up to more than they hold.
        for (long next = start; stop < start ? next > stop : next < stop; next += step) {
            if (numbers.size() == MOST_NUMBERS) {
                throw FunctionException.failed("more than " + MOST_NUMBERS + " numbers");
            }
            numbers.add(next);
        }
        return numbers;
    }

    private static String seq(Arguments arguments) throws FunctionException {
        List<Long> bounds = new ArrayList<>();
        for (int i = 0; i < arguments.values().size(); i++) {
            bounds.add(arguments.integer(i));
        }
        if (bounds.isEmpty() || bounds.size() > 3) {
            return "";
        }
        long start = bounds.size() == 1 ? 1 : bounds.get(0);
        long end = bounds.get(bounds.size() - 1);
        long direction = end < start ? -1 : 1;
        long step = bounds.size() == 3 ? bounds.get(1) : direction;
        if (bounds.size() == 3 && end < start && step > 0) {
            return "";
        }
        return range(start, end + direction, step).stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
