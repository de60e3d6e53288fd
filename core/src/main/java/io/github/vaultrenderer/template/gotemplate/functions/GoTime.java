package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoFormat;
import io.github.vaultrenderer.template.gotemplate.exec.GoObject;
import io.github.vaultrenderer.template.gotemplate.exec.GoPointer;
import io.github.vaultrenderer.template.gotemplate.exec.GoStruct;
import io.github.vaultrenderer.template.gotemplate.exec.Parameter;
import io.github.vaultrenderer.template.gotemplate.exec.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * A time in Go, with the offset that its zone has then.
 *
 * @param instant the time
 * @param offset seconds to add for the zone's time
 * @param zone the zone's name then; may be empty
 * @param place where that zone is
 * @see <a href="https://pkg.go.dev/time#Time">Go package time</a>
 */
record GoTime(Instant instant, int offset, String zone, Place place) implements GoObject, JsonShape {

    private static final String STRING = "2006-01-02 15:04:05.999999999 -0700 MST";
    private static final String RFC3339 = "2006-01-02T15:04:05.999999999Z07:00";

    private static final Parameter DURATION = new Parameter("time.Duration", Parameter.Kind.NAMED_INT, null);

    /** From the beginning of the year 1, where Go counts from, to that of 1970. */
    private static final long SECONDS_BEFORE_EPOCH = 62_135_596_800L;

    /** Where a time's zone is, which Go tells from its name. */
    enum Place {
        /** Nowhere. */
        UTC,
        /** Here, be it UTC or not. */
        LOCAL,
        /** Where what the time was read from says. */
        FIXED
    }

    /** The time that Go has for none. */
    static final GoTime ZERO = utc(LocalDateTime.of(1, 1, 1, 0, 0).toInstant(ZoneOffset.UTC));

    static GoTime utc(Instant instant) {
        return new GoTime(instant, 0, "UTC", Place.UTC);
    }

    /** The time in this machine's zone. */
    static GoTime local(Instant instant) {
        ZoneId zone = ZoneId.systemDefault();
        int offset = zone.getRules().getOffset(instant).getTotalSeconds();
        boolean summer = zone.getRules().isDaylightSavings(instant);
        boolean plain = zone.normalized().equals(ZoneOffset.UTC);
        String name = plain ? "UTC" : TimeZone.getTimeZone(zone).getDisplayName(summer, TimeZone.SHORT, Locale.ROOT);
        return new GoTime(instant, offset, name, Place.LOCAL);
    }

    LocalDateTime fields() {
        return LocalDateTime.ofEpochSecond(instant.getEpochSecond() + offset, nanos(), ZoneOffset.UTC);
    }

    /** The nanoseconds within the second. */
    int nanos() {
        return instant.get(ChronoField.NANO_OF_SECOND);
    }

    GoTime plus(Duration duration) {
        return new GoTime(instant.plus(duration), offset, zone, place);
    }

    @Override
    public boolean isStringer() {
        return true;
    }

    @Override
    public String type() {
        return "time.Time";
    }

    @Override
    public Signature signature(String method) {
        return switch (method) {
            case "Format" -> Signature.of(Signatures.TEXT);
            case "Add" -> Signature.of(DURATION);
            case "AddDate" -> Signature.of(Signatures.INT, Signatures.INT, Signatures.INT);
            case "Before", "After", "Equal", "Compare", "Sub" -> Signature.of(SprigSignatures.TIME);
            case "Year",
                    "Month",
                    "Day",
                    "Hour",
                    "Minute",
                    "Second",
                    "Nanosecond",
                    "YearDay",
                    "Weekday",
                    "Unix",
                    "UnixMilli",
                    "UnixMicro",
                    "UnixNano",
                    "UTC",
                    "Local",
                    "IsZero",
                    "String",
                    "GoString" -> Signature.NO_ARGUMENTS;
            default -> Signature.NO_METHOD;
        };
    }

    @Override
    public @Nullable Object call(String method, List<@Nullable Object> values) throws FunctionException {
        return switch (method) {
            case "Format" ->
                GoTimeLayout.format(Arguments.exactly(1, method, values).text(0), this);
            case "Add" -> plus(Duration.ofNanos(duration(Arguments.exactly(1, method, values))));
            case "Sub" -> GoDuration.between(other(method, values), instant);
            case "AddDate" -> addDate(Arguments.exactly(3, method, values));
            case "Before" -> instant.isBefore(other(method, values));
            case "After" -> instant.isAfter(other(method, values));
            case "Equal" -> instant.equals(other(method, values));
            case "Compare" -> (long) Integer.signum(instant.compareTo(other(method, values)));
            default -> field(method);
        };
    }

    private Object field(String name) throws FunctionException {
        LocalDateTime fields = fields();
        return switch (name) {
            case "Year" -> (long) fields.getYear();
            case "Month" -> new Unit("time.Month", fields.getMonthValue(), name(fields.getMonth()));
            case "Day" -> (long) fields.getDayOfMonth();
            case "Hour" -> (long) fields.getHour();
            case "Minute" -> (long) fields.getMinute();
            case "Second" -> (long) fields.getSecond();
            case "Nanosecond" -> (long) nanos();
            case "YearDay" -> (long) fields.getDayOfYear();
            case "Weekday" ->
                new Unit(
                        "time.Weekday",
                        fields.getDayOfWeek().getValue() % 7,
                        fields.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
            case "Unix" -> Numbers.int64(instant.getEpochSecond());
            case "UnixMilli" -> Numbers.int64(instant.toEpochMilli());
            case "UnixMicro" -> Numbers.int64(instant.getEpochSecond() * 1_000_000 + nanos() / 1_000);
            case "UnixNano" -> Numbers.int64(instant.getEpochSecond() * 1_000_000_000 + nanos());
            case "UTC" -> utc(instant);
            case "Local" -> local(instant);
            case "IsZero" -> instant.equals(ZERO.instant);
            case "String" -> toString();
            case "GoString" -> goString();
            default -> throw FunctionException.wrongCall("can't evaluate field " + name + " in type time.Time");
        };
    }

    private static String name(java.time.Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** Days beyond a month's end are those of the next. */
    private GoTime addDate(Arguments arguments) throws FunctionException {
        LocalDateTime fields = fields();
        LocalDateTime moved = fields.withDayOfMonth(1)
                .plusYears(arguments.integer(0))
                .plusMonths(arguments.integer(1))
                .plusDays(fields.getDayOfMonth() - 1 + arguments.integer(2));
        return new GoTime(moved.toInstant(ZoneOffset.UTC).minusSeconds(offset), offset, zone, place);
    }

    private static Instant other(String method, List<@Nullable Object> values) throws FunctionException {
        if (Arguments.exactly(1, method, values).get(0) instanceof GoTime time) {
            return time.instant;
        }
        throw FunctionException.wrongCall("wrong type for value; expected time.Time");
    }

    /** A {@code time.Duration}, or an integer literal, which can be one. */
    private static long duration(Arguments arguments) throws FunctionException {
        return arguments.get(0) instanceof GoDuration duration ? duration.nanos() : arguments.integer(0);
    }

    /** As Go's source has it. */
    @Override
    public String goString() {
        LocalDateTime fields = fields();
        String location = switch (place) {
            case UTC -> "time.UTC";
            case LOCAL -> "time.Local";
            case FIXED -> "time.Location(" + GoFormat.quote(zone) + ")";
        };
        return "time.Date(" + fields.getYear() + ", time." + name(fields.getMonth()) + ", " + fields.getDayOfMonth()
                + ", " + fields.getHour() + ", " + fields.getMinute() + ", " + fields.getSecond() + ", " + nanos()
                + ", " + location + ")";
    }

    @Override
    public Object underlying() {
        GoPointer location =
                place == Place.UTC ? new GoPointer("*time.Location", 0) : GoPointer.to("*time.Location", place);
        return GoStruct.of(
                type(),
                "wall",
                Numbers.uint64(nanos()),
                "ext",
                Numbers.int64(instant.getEpochSecond() + SECONDS_BEFORE_EPOCH),
                "loc",
                location);
    }

    @Override
    public Object json() {
        return GoTimeLayout.format(RFC3339, this);
    }

    @Override
    public String toString() {
        return GoTimeLayout.format(STRING, this);
    }

    /**
     * A month or a day of the week: a number with a name.
     *
     * @param type its type in Go
     * @param number the number
     * @param name the name in English
     */
    record Unit(String type, long number, String name) implements GoObject, JsonShape {

        @Override
        public boolean isStringer() {
            return true;
        }

        @Override
        public Object underlying() {
            return number;
        }

        @Override
        public Signature signature(String method) {
            return method.equals("String") ? Signature.NO_ARGUMENTS : Signature.NO_METHOD;
        }

        @Override
        public @Nullable Object call(String method, List<@Nullable Object> values) throws FunctionException {
            if (method.equals("String")) {
                return name;
            }
            throw FunctionException.wrongCall("can't evaluate field " + method + " in type " + type);
        }

        @Override
        public Object json() {
            return number;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
