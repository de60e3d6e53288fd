package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Execution;
import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** sprig's functions on times and lengths of time. */
final class SprigTimes {

    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    private SprigTimes() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "sprig_toDate" -> PureFunction.exactly(name, 2, a -> dateOrZero(a.text(0), a.text(1)));
            case "sprig_mustToDate" ->
                PureFunction.exactly(name, 2, a -> new GoTimeParser(a.text(0), a.text(1)).parse());
            case "sprig_mustDateModify" -> PureFunction.exactly(name, 2, SprigTimes::modified);
            case "sprig_must_date_modify" -> PureFunction.exactly(name, 2, SprigTimes::modified);
            case "sprig_unixEpoch" ->
                PureFunction.exactly(
                        name, 1, a -> Long.toString(time(a, 0).instant().getEpochSecond()));
            case "sprig_duration" ->
                PureFunction.exactly(
                        name, 1, a -> GoDuration.ofSeconds(seconds(a.get(0))).toString());
            case "sprig_durationRound" -> SprigTimes::durationRound;
            case "sprig_ago" -> SprigTimes::ago;
            default -> null;
        };
    }

    private static GoTime dateOrZero(String layout, String text) {
        try {
            return new GoTimeParser(layout, text).parse();
        } catch (FunctionException malformed) {
            return GoTime.ZERO;
        }
    }

    private static GoTime modified(Arguments arguments) throws FunctionException {
        String duration = arguments.text(0);
        GoTime time = time(arguments, 1);
        return time.plus(Duration.ofNanos(GoDuration.parse(duration).nanos()));
    }

    private static GoTime time(Arguments arguments, int index) throws FunctionException {
        if (arguments.get(index) instanceof GoTime time) {
            return time;
        }
        throw FunctionException.wrongCall("wrong type for value; expected time.Time");
    }

    /** Of a text or an {@code int64}; anything else, as an {@code int}, is none. */
    private static long seconds(@Nullable Object value) {
        if (value instanceof String text) {
            String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
            boolean number = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
            try {
                return number ? Long.parseLong(text) : 0;
            } catch (NumberFormatException outOfRange) {
                return text.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
            }
        }
        return isInt64(value) ? Casts.toLong(value) : 0;
    }

    private static boolean isInt64(@Nullable Object value) {
        return value instanceof GoInteger integer && integer.type() == GoInteger.Type.INT64;
    }

    private static Object durationRound(Execution execution, List<@Nullable Object> values) throws FunctionException {
        Object value = Arguments.exactly(1, "sprig_durationRound", values).get(0);
        if (value instanceof GoTime time) {
            return new GoDuration(since(execution, time.instant()).toNanos()).rounded();
        }
        if (isInt64(value)) {
            return new GoDuration(Casts.toLong(value)).rounded();
        }
        try {
            return value instanceof String text ? GoDuration.parse(text).rounded() : "0s";
        } catch (FunctionException malformed) {
            return "0s";
        }
    }

    private static Object ago(Execution execution, List<@Nullable Object> values) throws FunctionException {
        Object value = Arguments.exactly(1, "sprig_ago", values).get(0);
        Instant then = execution.now();
        if (value instanceof GoTime time) {
            then = time.instant();
        } else if (value instanceof Long || isInt64(value)) {
            then = Instant.ofEpochSecond(Casts.toLong(value));
        }
        Duration since = since(execution, then);
        boolean whole = since.equals(LONGEST) || since.equals(LONGEST.negated());
        return (whole ? new GoDuration(since.toNanos()) : GoDuration.ofSeconds(rounded(since))).toString();
    }

    /** The seconds; halves away from zero. */
    private static long rounded(Duration duration) {
        long half = 500_000_000L;
        return duration.isNegative()
                ? -duration.negated().plusNanos(half).toSeconds()
                : duration.plusNanos(half).toSeconds();
    }

    /** The time from then until now, or the longest that Go has. */
    private static Duration since(Execution execution, Instant then) {
        Duration since = Duration.between(then, execution.now());
        if (since.compareTo(LONGEST) > 0) {
            return LONGEST;
        }
        return since.compareTo(LONGEST.negated()) < 0 ? LONGEST.negated() : since;
    }
}
