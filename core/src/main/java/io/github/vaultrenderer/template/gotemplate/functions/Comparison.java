package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoInteger;
import io.github.vaultrenderer.template.gotemplate.exec.Values;
import io.github.vaultrenderer.template.gotemplate.parse.GoComplex;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Go's comparisons of basic values: of one kind only, and of strings byte by byte. */
final class Comparison {

    private Comparison() {}

    static boolean equal(Arguments arguments) throws FunctionException {
        if (arguments.values().size() < 2) {
            throw FunctionException.failed("missing argument for comparison");
        }
        for (int i = 1; i < arguments.values().size(); i++) {
            if (equal(arguments.get(0), arguments.get(i))) {
                return true;
            }
        }
        return false;
    }

    static boolean notEqual(Arguments arguments) throws FunctionException {
        return !equal(arguments.get(0), arguments.get(1));
    }

    static boolean less(Arguments arguments) throws FunctionException {
        return compare(arguments.get(0), arguments.get(1)) < 0;
    }

    static boolean lessOrEqual(Arguments arguments) throws FunctionException {
        return compare(arguments.get(0), arguments.get(1)) <= 0;
    }

    private static boolean equal(@Nullable Object first, @Nullable Object second) throws FunctionException {
        if (first == null || second == null) {
            return isNil(first) && isNil(second);
        }
        if (isInteger(first) && isInteger(second)) {
            return compareIntegers(first, second) == 0;
        }
        String kind = kind(first);
        if (kind.isEmpty() && GoKinds.of(first).equals(GoKinds.of(second))) {
            return sameOfKind(first, second);
        }
        if (kind.isEmpty() || kind(second).isEmpty()) {
            throw FunctionException.failed("non-comparable type " + Values.type(kind.isEmpty() ? first : second));
        }
        if (!kind.equals(kind(second))) {
            throw FunctionException.failed("incompatible types for comparison");
        }
        if (kind.equals("string")) {
            return Objects.equals(Arguments.kindOfString(first), Arguments.kindOfString(second));
        }
        if (first instanceof Double a && second instanceof Double b) {
            return (double) a == (double) b;
        }
        if (first instanceof GoComplex a && second instanceof GoComplex b) {
            return a.isSame(b);
        }
        return first.equals(second);
    }

    private static boolean isNil(@Nullable Object value) {
        return value == null || GoNil.isNil(value);
    }

    /** Two values of one kind that are no basic ones: slices and maps can be compared with nil only. */
    @SuppressWarnings("ReferenceEquality") // Pointers and channels are equal to themselves.
    private static boolean sameOfKind(Object first, Object second) throws FunctionException {
        if (isNil(first) || isNil(second)) {
            return isNil(first) == isNil(second);
        }
        String kind = GoKinds.of(first);
        if (kind.equals("slice") || kind.equals("map")) {
            throw FunctionException.failed("non-comparable type " + Values.type(first));
        }
        // The same secret may have been recalled twice.
        boolean identity = (kind.equals("ptr") && !(first instanceof Secret)) || kind.equals("chan");
        return identity ? first == second : first.equals(second);
    }

    private static int compare(@Nullable Object first, @Nullable Object second) throws FunctionException {
        String kind = kind(first);
        if (kind.isEmpty()
                || kind.equals("bool")
                || kind.equals("complex")
                || kind(second).isEmpty()) {
            throw FunctionException.failed("invalid type for comparison");
        }
        if (!kind.equals(kind(second))) {
            throw FunctionException.failed("incompatible types for comparison");
        }
        if (isInteger(first) && isInteger(second)) {
            return compareIntegers(first, second);
        }
        if (first instanceof Double a && second instanceof Double b) {
            // Zeros are equal, and nothing is less than what is no number, nor equal to it.
            return a < b ? -1 : (double) a == (double) b ? 0 : 1;
        }
        return String.valueOf(Arguments.kindOfString(first)).compareTo(String.valueOf(Arguments.kindOfString(second)));
    }

    private static boolean isInteger(@Nullable Object value) {
        return value instanceof Long || value instanceof GoInteger;
    }

    /** A negative integer is less than any unsigned one, whatever its bits. */
    private static int compareIntegers(@Nullable Object first, @Nullable Object second) {
        boolean firstUnsigned = isUnsigned(first);
        if (firstUnsigned == isUnsigned(second)) {
            return firstUnsigned
                    ? Long.compareUnsigned(bits(first), bits(second))
                    : Long.compare(bits(first), bits(second));
        }
        if (firstUnsigned) {
            return bits(second) < 0 ? 1 : Long.compareUnsigned(bits(first), bits(second));
        }
        return bits(first) < 0 ? -1 : Long.compareUnsigned(bits(first), bits(second));
    }

    private static boolean isUnsigned(@Nullable Object value) {
        return value instanceof GoInteger integer && !integer.type().isSigned();
    }

    private static long bits(@Nullable Object value) {
        return value instanceof GoInteger integer ? integer.bits() : value instanceof Long number ? number : 0;
    }

    private static String kind(@Nullable Object value) {
        if (value instanceof Boolean) {
            return "bool";
        }
        if (isInteger(value)) {
            return "int";
        }
        if (value instanceof Double) {
            return "float";
        }
        if (value instanceof GoComplex) {
            return "complex";
        }
        return Arguments.kindOfString(value) != null ? "string" : "";
    }
}
