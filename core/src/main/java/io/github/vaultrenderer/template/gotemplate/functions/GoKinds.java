package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.VaultNumber;
import io.github.vaultrenderer.template.gotemplate.exec.GoChannel;
import io.github.vaultrenderer.template.gotemplate.exec.GoFormat;
import io.github.vaultrenderer.template.gotemplate.exec.GoObject;
import io.github.vaultrenderer.template.gotemplate.exec.NilPointer;
import io.github.vaultrenderer.template.gotemplate.exec.Values;
import io.github.vaultrenderer.template.gotemplate.parse.GoComplex;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What Go's package {@code reflect} says of values, as sprig asks it.
 *
 * @see <a href="https://pkg.go.dev/reflect#Kind">Go package reflect</a>
 */
final class GoKinds {

    private GoKinds() {}

    static String of(@Nullable Object value) {
        if (value == null) {
            return "invalid";
        }
        if (value instanceof VaultNumber) {
            return "string";
        }
        if (value instanceof GoChannel) {
            return "chan";
        }
        if (value instanceof List<?>) {
            return "slice";
        }
        if (value instanceof Map<?, ?>) {
            return "map";
        }
        if (value instanceof Secret) {
            return "ptr";
        }
        if (value instanceof GoTime.Unit) {
            return "int";
        }
        if (value instanceof GoDuration) {
            return "int64";
        }
        if (value instanceof GoObject object) {
            return object.type().startsWith("*") ? "ptr" : "struct";
        }
        return Values.type(value);
    }

    /** Whether it is nothing: zero, false, or without elements. */
    static boolean isEmpty(@Nullable Object value) {
        if (value instanceof NilPointer) {
            return true;
        }
        return value instanceof GoTime.Unit unit
                ? unit.number() == 0
                : value instanceof GoDuration duration
                        ? duration.nanos() == 0
                        : !(value instanceof GoChannel || value instanceof GoObject) && !Values.truth(value);
    }

    /** Whether two values are of the same type, and the same all through. */
    @SuppressWarnings("ReferenceEquality") // A channel is equal to itself only.
    static boolean deepEqual(@Nullable Object first, @Nullable Object second) {
        if (first == null || second == null || !Values.type(first).equals(Values.type(second))) {
            return first == null && second == null;
        }
        if (GoNil.isNil(first) != GoNil.isNil(second)) {
            return false;
        }
        if (first instanceof Double real) {
            return (double) real == (double) second;
        }
        if (first instanceof GoComplex complex) {
            return complex.isSame((GoComplex) second);
        }
        if (first instanceof GoChannel) {
            return first == second;
        }
        if (first instanceof List<?> list) {
            return sameElements(list, (List<?>) second);
        }
        if (first instanceof Map<?, ?> map) {
            return sameEntries(map, (Map<?, ?>) second);
        }
        return first.equals(second);
    }

    private static boolean sameElements(List<?> first, List<?> second) {
        boolean same = first.size() == second.size();
        for (int i = 0; same && i < first.size(); i++) {
            same = deepEqual(first.get(i), second.get(i));
        }
        return same;
    }

    private static boolean sameEntries(Map<?, ?> first, Map<?, ?> second) {
        return first.size() == second.size()
                && first.entrySet().stream()
                        .allMatch(entry -> second.containsKey(entry.getKey())
                                && deepEqual(entry.getValue(), second.get(entry.getKey())));
    }

    /** The text that sprig takes for a value. */
    static String text(@Nullable Object value) {
        return Objects.requireNonNullElseGet(Arguments.kindOfString(value), () -> GoFormat.print(value));
    }
}
