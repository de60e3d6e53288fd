package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoInteger;
import io.github.vaultrenderer.template.gotemplate.exec.GoObject;
import io.github.vaultrenderer.template.gotemplate.exec.Values;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * consul-template's arithmetic. The first argument is what is done to the second, so that pipes read naturally. Where a
 * float is, the result is one; else where a signed integer is, it is an {@code int64}; else it is a {@code uint64}.
 */
final class MathFunctions {

    private MathFunctions() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "add" -> operation(name, Long::sum, Long::sum, Double::sum);
            case "subtract" -> operation(name, (a, b) -> a - b, (a, b) -> a - b, (a, b) -> a - b);
            case "multiply" -> operation(name, (a, b) -> a * b, (a, b) -> a * b, (a, b) -> a * b);
            case "divide" -> operation(name, (a, b) -> a / b, Long::divideUnsigned, (a, b) -> a / b);
            case "modulo" -> operation(name, (a, b) -> a % b, Long::remainderUnsigned, null);
            case "minimum" -> choice(name, -1);
            case "maximum" -> choice(name, 1);
            default -> null;
        };
    }

    private static Function operation(
            String name, LongBinaryOperator signed, LongBinaryOperator unsigned, @Nullable DoubleBinaryOperator real) {
        return PureFunction.exactly(name, 2, arguments -> {
            Object first = number(name, arguments.get(1), real != null);
            Object second = number(name, arguments.get(0), real != null);
            if (real != null && (first instanceof Double || second instanceof Double)) {
                return real.applyAsDouble(toDouble(first), toDouble(second));
            }
            try {
                return isUnsigned(first) && isUnsigned(second)
                        ? Numbers.uint64(unsigned.applyAsLong(bits(first), bits(second)))
                        : Numbers.int64(signed.applyAsLong(bits(first), bits(second)));
            } catch (ArithmeticException byZero) {
                throw FunctionException.failed("runtime error: integer divide by zero");
            }
        });
    }

    /** The first operand when it compares to the second with that sign, else the second. */
    private static Function choice(String name, int sign) {
        return PureFunction.exactly(name, 2, arguments -> {
            Object first = number(name, arguments.get(1), true);
            Object second = number(name, arguments.get(0), true);
            return isOrdered(first, second, sign) ? first : second;
        });
    }

    private static boolean isOrdered(Object first, Object second, int sign) {
        if (first instanceof Double || second instanceof Double) {
            double difference = toDouble(first) - toDouble(second);
            return sign < 0 ? difference < 0 : difference > 0;
        }
        int order = isUnsigned(first) && isUnsigned(second)
                ? Long.compareUnsigned(bits(first), bits(second))
                : Long.compare(bits(first), bits(second));
        return sign < 0 ? order < 0 : order > 0;
    }

    /** A number as its widest type, also one that has a name, as a month does. Numbers from Vault are texts to Go, and refused. */
    private static Object number(String name, @Nullable Object value, boolean reals) throws FunctionException {
        if (value instanceof GoObject object && GoKinds.of(value).startsWith("int")) {
            return number(name, object.underlying(), reals);
        }
        if (value instanceof Long number) {
            return Numbers.int64(number);
        }
        if (value instanceof GoInteger integer) {
            return integer.type().isSigned() ? Numbers.int64(integer.bits()) : Numbers.uint64(integer.bits());
        }
        if (value instanceof Double real && reals) {
            return real;
        }
        throw FunctionException.failed(name + ": unknown type " + Values.type(value));
    }

    private static boolean isUnsigned(Object number) {
        return number instanceof GoInteger integer && !integer.type().isSigned();
    }

    private static long bits(Object number) {
        return number instanceof GoInteger integer ? integer.bits() : 0;
    }

    private static double toDouble(Object number) {
        return number instanceof GoInteger integer ? Numbers.toDouble(integer) : (Double) number;
    }
}
