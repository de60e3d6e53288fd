package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoFormat;
import io.github.vaultrenderer.template.gotemplate.exec.GoInteger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/** sprig's functions on numbers. Anything is a number for them; what is none is 0. */
final class SprigMath {

    private static final int DIVISION_DIGITS = 16;
    private static final double HALF = 0.5;
    private static final int OCTAL = 8;

    private SprigMath() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "sprig_atoi" -> PureFunction.exactly(name, 1, a -> atoi(a.text(0)));
            case "sprig_int" -> PureFunction.exactly(name, 1, a -> Casts.toLong(a.get(0)));
            case "sprig_int64" -> PureFunction.exactly(name, 1, a -> Numbers.int64(Casts.toLong(a.get(0))));
            case "sprig_float64" -> PureFunction.exactly(name, 1, a -> Casts.toDouble(a.get(0)));
            case "sprig_toDecimal" -> PureFunction.exactly(name, 1, a -> toDecimal(a.get(0)));
            case "sprig_add1" -> PureFunction.exactly(name, 1, a -> Numbers.int64(Casts.toLong(a.get(0)) + 1));
            case "sprig_add" -> PureFunction.atLeast(name, 0, a -> integers(0, a.values(), Long::sum));
            case "sprig_sub" ->
                PureFunction.exactly(name, 2, a -> Numbers.int64(Casts.toLong(a.get(0)) - Casts.toLong(a.get(1))));
            case "sprig_div" -> PureFunction.exactly(name, 2, a -> Numbers.int64(Casts.toLong(a.get(0)) / divisor(a)));
            case "sprig_mod" -> PureFunction.exactly(name, 2, a -> Numbers.int64(Casts.toLong(a.get(0)) % divisor(a)));
            case "sprig_mul" -> PureFunction.atLeast(name, 1, a -> integers(1, a.values(), (x, y) -> x * y));
            case "sprig_max" ->
                PureFunction.atLeast(name, 1, a -> integers(Casts.toLong(a.get(0)), a.values(), Math::max));
            case "sprig_biggest" ->
                PureFunction.atLeast(name, 1, a -> integers(Casts.toLong(a.get(0)), a.values(), Math::max));
            case "sprig_min" ->
                PureFunction.atLeast(name, 1, a -> integers(Casts.toLong(a.get(0)), a.values(), Math::min));
            case "sprig_maxf" -> PureFunction.atLeast(name, 1, a -> floats(a.values(), SprigMath::max));
            case "sprig_minf" -> PureFunction.atLeast(name, 1, a -> floats(a.values(), SprigMath::min));
            case "sprig_add1f" -> PureFunction.exactly(name, 1, a -> decimals(a.get(0), List.of(1L), BigDecimal::add));
            case "sprig_addf" -> PureFunction.atLeast(name, 0, a -> decimals(0L, a.values(), BigDecimal::add));
            case "sprig_subf" -> PureFunction.atLeast(name, 1, a -> decimals(a, BigDecimal::subtract));
            case "sprig_mulf" -> PureFunction.atLeast(name, 1, a -> decimals(a, BigDecimal::multiply));
            case "sprig_divf" -> PureFunction.atLeast(name, 1, SprigMath::quotient);
            case "sprig_ceil" -> PureFunction.exactly(name, 1, a -> Math.ceil(Casts.toDouble(a.get(0))));
            case "sprig_floor" -> PureFunction.exactly(name, 1, a -> Math.floor(Casts.toDouble(a.get(0))));
            case "sprig_round" -> PureFunction.atLeast(name, 2, SprigMath::round);
            case "sprig_randInt" -> PureFunction.exactly(name, 2, a -> random(a.integer(0), a.integer(1)));
            default -> null;
        };
    }

    private static GoInteger integers(long start, List<@Nullable Object> values, LongBinaryOperator operator) {
        return Numbers.int64(values.stream().mapToLong(Casts::toLong).reduce(start, operator));
    }

    private static double floats(List<@Nullable Object> values, DoubleBinaryOperator operator) {
        return values.stream().mapToDouble(Casts::toDouble).reduce(operator).orElse(0);
    }

    /** An infinity is greater than what is no number. */
    private static double max(double first, double second) {
        boolean infinite = first == Double.POSITIVE_INFINITY || second == Double.POSITIVE_INFINITY;
        return infinite ? Double.POSITIVE_INFINITY : Math.max(first, second);
    }

    private static double min(double first, double second) {
        boolean infinite = first == Double.NEGATIVE_INFINITY || second == Double.NEGATIVE_INFINITY;
        return infinite ? Double.NEGATIVE_INFINITY : Math.min(first, second);
    }

    private static long divisor(Arguments arguments) throws FunctionException {
        long divisor = Casts.toLong(arguments.get(1));
        if (divisor == 0) {
            throw FunctionException.failed("integer divide by zero");
        }
        return divisor;
    }

    private static double decimals(Arguments arguments, BinaryOperator<BigDecimal> operator) throws FunctionException {
        return decimals(
                arguments.get(0),
                arguments.values().subList(1, arguments.values().size()),
                operator);
    }

    private static double decimals(
            @Nullable Object start, List<? extends @Nullable Object> values, BinaryOperator<BigDecimal> operator)
            throws FunctionException {
        BigDecimal result = decimal(start);
        for (Object value : values) {
            result = operator.apply(result, decimal(value));
        }
        return result.doubleValue();
    }

    private static double quotient(Arguments arguments) throws FunctionException {
        for (int i = 1; i < arguments.values().size(); i++) {
            if (decimal(arguments.get(i)).signum() == 0) {
                throw FunctionException.failed("decimal division by 0");
            }
        }
        return decimals(arguments, (x, y) -> x.divide(y, DIVISION_DIGITS, RoundingMode.HALF_UP));
    }

    private static BigDecimal decimal(@Nullable Object value) throws FunctionException {
        double real = Casts.toDouble(value);
        if (Double.isNaN(real) || Double.isInfinite(real)) {
            throw FunctionException.failed("cannot create a decimal from a float that is not finite");
        }
        return GoFormat.shortest(real);
    }

    private static double round(Arguments arguments) throws FunctionException {
        double value = Casts.toDouble(arguments.get(0));
        double power = powerOfTen(arguments.integer(1));
        double roundsUp = HALF;
        for (int i = arguments.values().size() - 1; i > 1; i--) {
            roundsUp = arguments.real(i);
        }
        double digits = power * value;
        double fraction = digits - (digits < 0 ? Math.ceil(digits) : Math.floor(digits));
        return (fraction >= roundsUp ? Math.ceil(digits) : Math.floor(digits)) / power;
    }

    /** Go's {@code math.Pow(10, places)}, which multiplies and is off by a bit now and then. */
    private static double powerOfTen(long places) {
        double fraction = 1;
        int exponent = 0;
        double base = 0.625;
        int baseExponent = 4;
        for (long bits = Math.min(Math.abs(places), Short.MAX_VALUE); bits != 0; bits >>= 1) {
            if (baseExponent > 1 << 12) {
                exponent += baseExponent;
                break;
            }
            if ((bits & 1) == 1) {
                fraction *= base;
                exponent += baseExponent;
            }
            base *= base;
            baseExponent <<= 1;
            if (base < HALF) {
                base += base;
                baseExponent--;
            }
        }
        return places < 0 ? Math.scalb(1 / fraction, -exponent) : Math.scalb(fraction, exponent);
    }

    private static long atoi(String text) {
        String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 0;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException outOfRange) {
            return text.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    private static GoInteger toDecimal(@Nullable Object value) {
        String text = GoFormat.print(value);
        String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        try {
            boolean octal = digits.chars().allMatch(c -> c >= '0' && c < '0' + OCTAL);
            return Numbers.int64(octal ? Long.parseLong(text, OCTAL) : 0);
        } catch (NumberFormatException outOfRange) {
            return Numbers.int64(0);
        }
    }

    private static long random(long least, long end) throws FunctionException {
        // Go's difference, too, may be beyond what an int holds.
        long count = end - least;
        if (count <= 0) {
            throw FunctionException.failed("the range of numbers to choose from is empty");
        }
        return least + ThreadLocalRandom.current().nextLong(count);
    }
}
