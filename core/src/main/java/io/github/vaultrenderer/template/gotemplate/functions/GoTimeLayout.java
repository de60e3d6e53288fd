package io.github.vaultrenderer.template.gotemplate.functions;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Go's layouts for times: a layout is the reference time, {@code Mon Jan 2 15:04:05 MST 2006}, as one would write it.
 *
 * @see <a href="https://pkg.go.dev/time#pkg-constants">Go package time, layouts</a>
 */
final class GoTimeLayout {

    private static final int NOON = 12;
    private static final int NANO_DIGITS = 9;

    private static final int HOUR = 3_600;
    private static final int MINUTE = 60;

    /** The zone's name. */
    static final String NAME = "MST";

    /** The parts that tell the zone. */
    static final List<String> ZONES = List.of(
            "Z07:00:00", "-07:00:00", "Z070000", "-070000", "Z07:00", "-07:00", "Z0700", "-0700", "Z07", "-07", NAME);

    /** What the parts of a layout print. Of two that fit at a place, the first counts. */
    private static final Map<String, Function<LocalDateTime, String>> PARTS = parts();

    private GoTimeLayout() {}

    static String format(String layout, Instant instant) {
        return format(layout, GoTime.utc(instant));
    }

    static String format(String layout, GoTime zoned) {
        LocalDateTime time = zoned.fields();
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < layout.length()) {
            int fraction = fractionEnd(layout, at);
            String part = fraction > 0 ? null : partAt(layout, at);
            if (fraction > 0) {
                out.append(fraction(layout.substring(at, fraction), zoned.nanos()));
                at = fraction;
            } else if (part == null) {
                out.append(layout.charAt(at++));
            } else {
                out.append(
                        ZONES.contains(part)
                                ? zone(part, zoned)
                                : PARTS.getOrDefault(part, absent -> "").apply(time));
                at += part.length();
            }
        }
        return out.toString();
    }

    static @Nullable String partAt(String layout, int at) {
        for (String part : PARTS.keySet()) {
            if (layout.startsWith(part, at) && !(isAbbreviation(part) && isLower(layout, at + part.length()))) {
                return part;
            }
        }
        return null;
    }

    /** "Jan" in "Janet" is no month. */
    private static boolean isAbbreviation(String part) {
        return part.equals("Jan") || part.equals("Mon");
    }

    private static boolean isLower(String layout, int at) {
        return at < layout.length() && layout.charAt(at) >= 'a' && layout.charAt(at) <= 'z';
    }

    /** The end of a fraction of a second that begins there: a dot or comma and zeros or nines; 0 when none does. */
    static int fractionEnd(String layout, int at) {
        if (layout.charAt(at) != '.' && layout.charAt(at) != ',') {
            return 0;
        }
        int end = at + 1;
        while (end < layout.length() && layout.charAt(end) == layout.charAt(at + 1)) {
            end++;
        }
        boolean digits = end > at + 1 && (layout.charAt(at + 1) == '0' || layout.charAt(at + 1) == '9');
        return digits && (end == layout.length() || !isDigit(layout.charAt(end))) ? end : 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String fraction(String part, int nanos) {
        String digits = String.format(Locale.ROOT, "%09d", nanos);
        StringBuilder kept = new StringBuilder(digits.substring(0, Math.min(part.length() - 1, NANO_DIGITS)));
        // Nines leave zeros at the end away, and the dot with the last digit.
        if (part.charAt(1) == '9') {
            while (!kept.isEmpty() && kept.charAt(kept.length() - 1) == '0') {
                kept.setLength(kept.length() - 1);
            }
            return kept.isEmpty() ? "" : part.charAt(0) + kept.toString();
        }
        return part.charAt(0) + kept.toString();
    }

    private static Map<String, Function<LocalDateTime, String>> parts() {
        Map<String, Function<LocalDateTime, String>> parts = new LinkedHashMap<>();
        dates(parts);
        times(parts);
        ZONES.forEach(zone -> parts.put(zone, time -> ""));
        return parts;
    }

    private static String zone(String part, GoTime time) {
        if (part.equals(NAME)) {
            // A zone without a name is shown by its offset.
            return time.zone().isEmpty() ? offset("-0700", time.offset()) : time.zone();
        }
        return part.startsWith("Z") && time.offset() == 0 ? "Z" : offset(part, time.offset());
    }

    private static String offset(String part, int offset) {
        int size = Math.abs(offset);
        String colon = part.contains(":") ? ":" : "";
        int digits = part.replace(":", "").length();
        return (offset < 0 ? "-" : "+")
                + two(size / HOUR)
                + (digits > 3 ? colon + two(size / MINUTE % MINUTE) : "")
                + (digits > 5 ? colon + two(size % MINUTE) : "");
    }

    private static void dates(Map<String, Function<LocalDateTime, String>> parts) {
        parts.put("2006", time -> year(time.getYear()));
        parts.put(
                "January",
                time -> time.getMonth().name().charAt(0)
                        + restName(time.getMonth().name()));
        parts.put(
                "Jan",
                time -> time.getMonth().name().charAt(0)
                        + shortName(time.getMonth().name()));
        parts.put(
                "Monday",
                time -> time.getDayOfWeek().name().charAt(0)
                        + restName(time.getDayOfWeek().name()));
        parts.put(
                "Mon",
                time -> time.getDayOfWeek().name().charAt(0)
                        + shortName(time.getDayOfWeek().name()));
        parts.put("002", time -> String.format(Locale.ROOT, "%03d", time.getDayOfYear()));
        parts.put("__2", time -> String.format(Locale.ROOT, "%3d", time.getDayOfYear()));
        parts.put("_2006", time -> "_" + year(time.getYear()));
        parts.put("_2", time -> String.format(Locale.ROOT, "%2d", time.getDayOfMonth()));
        parts.put("01", time -> two(time.getMonthValue()));
        parts.put("02", time -> two(time.getDayOfMonth()));
        parts.put("06", time -> two(Math.floorMod(time.getYear(), 100)));
    }

    private static void times(Map<String, Function<LocalDateTime, String>> parts) {
        parts.put("15", time -> two(time.getHour()));
        parts.put("03", time -> two(hour12(time)));
        parts.put("04", time -> two(time.getMinute()));
        parts.put("05", time -> two(time.getSecond()));
        parts.put("1", time -> Integer.toString(time.getMonthValue()));
        parts.put("2", time -> Integer.toString(time.getDayOfMonth()));
        parts.put("3", time -> Integer.toString(hour12(time)));
        parts.put("4", time -> Integer.toString(time.getMinute()));
        parts.put("5", time -> Integer.toString(time.getSecond()));
        parts.put("PM", time -> time.getHour() < NOON ? "AM" : "PM");
        parts.put("pm", time -> time.getHour() < NOON ? "am" : "pm");
    }

    private static int hour12(LocalDateTime time) {
        return time.getHour() % NOON == 0 ? NOON : time.getHour() % NOON;
    }

    /** Four digits, and a sign before them in the years before our time. */
    private static String year(int year) {
        return (year < 0 ? "-" : "") + String.format(Locale.ROOT, "%04d", Math.abs(year));
    }

    private static String two(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }

    private static String shortName(String name) {
        return restName(name).substring(0, 2);
    }

    private static String restName(String name) {
        return name.substring(1).toLowerCase(Locale.ROOT);
    }
}
