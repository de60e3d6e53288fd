package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one time by one layout; what the layout does not have is the zone of this machine, and the first day of the year.
 *
 * @see <a href="https://pkg.go.dev/time#ParseInLocation">Go package time, ParseInLocation</a>
 */
final class GoTimeParser {

    private static final int NOON = 12;
    private static final int CENTURY = 100;
    private static final int FIRST_OF_1900 = 69;
    private static final int NANO_DIGITS = 9;
    private static final int MINUTE = 60;
    private static final int LONGEST_ZONE = 5;

    private static final List<String> MONTHS = Stream.of(Month.values())
            .map(month -> month.name().toLowerCase(Locale.ROOT))
            .toList();
    private static final List<String> DAYS =
            List.of("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday");

    private final String layout;
    private final String text;
    private int at;

    private int year;
    private int month;
    private int day;
    private int dayOfYear;
    private int hour;
    private int minute;
    private int second;
    private int nanos;
    private boolean afternoon;
    private boolean morning;
    private boolean utc;
    private @Nullable Integer offset;
    private String zone = "";

    GoTimeParser(String layout, String text) {
        this.layout = layout;
        this.text = text;
    }

    GoTime parse() throws FunctionException {
        int from = 0;
        while (from < layout.length()) {
            int fraction = GoTimeLayout.fractionEnd(layout, from);
            String part = fraction > 0 ? null : GoTimeLayout.partAt(layout, from);
            if (fraction > 0) {
                fraction(layout.substring(from, fraction));
                from = fraction;
            } else if (part == null) {
                from = literal(from);
            } else {
                from += part.length();
                part(part, from);
            }
        }
        if (at < text.length()) {
            throw malformed();
        }
        return time();
    }

    /** Skips a character; any number of spaces is as good as one. */
    private int literal(int from) throws FunctionException {
        char c = layout.charAt(from);
        if (c != ' ') {
            expect(peek() == c);
            at++;
            return from + 1;
        }
        expect(at == text.length() || peek() == ' ');
        while (peek() == ' ') {
            at++;
        }
        int next = from;
        while (next < layout.length()
                && layout.charAt(next) == ' '
                && (next == from || GoTimeLayout.partAt(layout, next) == null)) {
            next++;
        }
        return next;
    }

    private void part(String part, int next) throws FunctionException {
        switch (part) {
            case "2006" -> year = fixed(4);
            case "_2006" -> {
                expect(peek() == '_');
                at++;
                year = fixed(4);
            }
            case "06" -> {
                int two = fixed(2);
                year = two + (two >= FIRST_OF_1900 ? 1900 : 2000);
            }
            case "January" -> month = name(MONTHS, false) + 1;
            case "Jan" -> month = name(MONTHS, true) + 1;
            case "Monday" -> name(DAYS, false);
            case "Mon" -> name(DAYS, true);
            case "01", "1" -> month = within(number(part), 1, NOON);
            case "02", "2", "_2" -> day = dayNumber(part);
            case "002", "__2" -> dayOfYear = yearDay(part);
            case "15" -> hour = within(number("1"), 0, 23);
            case "03", "3" -> hour = within(number(part), 0, NOON);
            case "04", "4" -> minute = within(number(part), 0, 59);
            case "05", "5" -> seconds(part, next);
            case "PM", "pm" -> half(part);
            case GoTimeLayout.NAME -> zoneName();
            default -> offset(part);
        }
    }

    private void seconds(String part, int next) throws FunctionException {
        second = within(number(part), 0, 59);
        boolean more = (peek() == '.' || peek() == ',') && isDigit(at + 1);
        // A fraction may follow that the layout does not have.
        if (more && nextFraction(next) == 0) {
            fraction(".9");
        }
    }

    /** Whether the next part of the layout is a fraction. */
    private int nextFraction(int from) {
        for (int i = from; i < layout.length(); i++) {
            int end = GoTimeLayout.fractionEnd(layout, i);
            if (end > 0 || GoTimeLayout.partAt(layout, i) != null) {
                return end;
            }
        }
        return 0;
    }

    private void fraction(String part) throws FunctionException {
        boolean optional = part.charAt(1) == '9';
        boolean present = (peek() == '.' || peek() == ',') && isDigit(at + 1);
        if (optional && !present) {
            return;
        }
        int end = at + 1;
        while (optional ? isDigit(end) : end < at + part.length()) {
            expect(isDigit(end));
            end++;
        }
        expect(peek() == '.' || peek() == ',');
        String digits = text.substring(at + 1, Math.min(end, at + 1 + NANO_DIGITS));
        nanos = Integer.parseInt(digits + "0".repeat(NANO_DIGITS - digits.length()));
        at = end;
    }

    private int dayNumber(String part) throws FunctionException {
        if (part.equals("_2") && peek() == ' ') {
            at++;
        }
        int read = number(part.equals("02") ? part : "2");
        expect(read > 0);
        return read;
    }

    private int yearDay(String part) throws FunctionException {
        for (int i = 0; i < 2; i++) {
            if (part.equals("__2") && peek() == ' ') {
                at++;
            }
        }
        int end = at;
        while (end < at + 3 && isDigit(end)) {
            end++;
        }
        expect(end > at && (part.equals("__2") || end == at + 3));
        int read = Integer.parseInt(text.substring(at, end));
        at = end;
        expect(read > 0);
        return read;
    }

    private void half(String part) throws FunctionException {
        boolean lower = part.equals("pm");
        expect(text.startsWith(lower ? "pm" : "PM", at) || text.startsWith(lower ? "am" : "AM", at));
        afternoon = text.startsWith(part, at);
        morning = !afternoon;
        at += 2;
    }

    /** A number of one or two digits; of two for a part with a zero. */
    private int number(String part) throws FunctionException {
        expect(isDigit(at));
        if (isDigit(at + 1)) {
            return fixed(2);
        }
        expect(!part.startsWith("0"));
        return fixed(1);
    }

    private int fixed(int digits) throws FunctionException {
        for (int i = 0; i < digits; i++) {
            expect(isDigit(at + i));
        }
        int value = Integer.parseInt(text.substring(at, at + digits));
        at += digits;
        return value;
    }

    private int name(List<String> names, boolean abbreviated) throws FunctionException {
        for (int i = 0; i < names.size(); i++) {
            String name = abbreviated ? names.get(i).substring(0, 3) : names.get(i);
            if (text.regionMatches(true, at, name, 0, name.length())) {
                at += name.length();
                return i;
            }
        }
        throw malformed();
    }

    private void offset(String part) throws FunctionException {
        if (part.startsWith("Z") && peek() == 'Z') {
            at++;
            utc = true;
            return;
        }
        int sign = peek() == '-' ? -1 : 1;
        expect(peek() == '-' || peek() == '+');
        at++;
        boolean colons = part.contains(":");
        int fields = (part.replace(":", "").length() - 1) / 2;
        int[] read = new int[3];
        for (int i = 0; i < fields; i++) {
            if (i > 0 && colons) {
                expect(peek() == ':');
                at++;
            }
            read[i] = within(fixed(2), 0, i == 0 ? 24 : MINUTE);
        }
        offset = sign * ((read[0] * MINUTE + read[1]) * MINUTE + read[2]);
    }

    private void zoneName() throws FunctionException {
        if (text.startsWith("UTC", at)) {
            at += 3;
            utc = true;
            return;
        }
        int length = zoneLength();
        expect(length > 0);
        zone = text.substring(at, at + length);
        at += length;
    }

    private int zoneLength() {
        if (text.startsWith("ChST", at) || text.startsWith("MeST", at)) {
            return 4;
        }
        if (text.startsWith("GMT", at)) {
            return 3 + signedOffset(at + 3);
        }
        if (peek() == '+' || peek() == '-') {
            return text.length() - at < 3 ? 0 : signedOffset(at);
        }
        int capitals = 0;
        while (capitals <= LONGEST_ZONE && isCapital(at + capitals)) {
            capitals++;
        }
        boolean time = capitals > 0 && text.charAt(at + capitals - 1) == 'T';
        return switch (capitals) {
            case 3 -> 3;
            case 4 -> time || text.startsWith("WITA", at) ? 4 : 0;
            case LONGEST_ZONE -> time ? LONGEST_ZONE : 0;
            default -> 0;
        };
    }

    /** How long a sign with hours is. */
    private int signedOffset(int from) {
        if (from >= text.length() || "+-".indexOf(text.charAt(from)) < 0) {
            return 0;
        }
        int end = from + 1;
        int hours = 0;
        while (isDigit(end) && hours < CENTURY) {
            hours = hours * 10 + text.charAt(end++) - '0';
        }
        return end > from + 1 && hours <= 23 ? end - from : 0;
    }

    private GoTime time() throws FunctionException {
        int hours = afternoon && hour < NOON ? hour + NOON : morning && hour == NOON ? 0 : hour;
        LocalDateTime fields;
        try {
            fields = date().atTime(hours, minute, second, nanos);
        } catch (DateTimeException outOfRange) {
            throw malformed();
        }
        if (utc) {
            return GoTime.utc(fields.toInstant(ZoneOffset.UTC));
        }
        if (offset != null) {
            return inZone(fields, offset);
        }
        if (!zone.isEmpty()) {
            return named(fields);
        }
        return GoTime.local(fields.atZone(ZoneId.systemDefault()).toInstant());
    }

    private LocalDate date() throws FunctionException {
        if (dayOfYear == 0) {
            return LocalDate.of(year, Math.max(month, 1), Math.max(day, 1));
        }
        LocalDate date = LocalDate.ofYearDay(year, dayOfYear);
        expect((month == 0 || month == date.getMonthValue()) && (day == 0 || day == date.getDayOfMonth()));
        return date;
    }

    private GoTime inZone(LocalDateTime fields, int seconds) {
        GoTime local = GoTime.local(fields.toInstant(ZoneOffset.UTC).minusSeconds(seconds));
        boolean here = local.offset() == seconds && (zone.isEmpty() || zone.equals(local.zone()));
        return here ? local : new GoTime(local.instant(), seconds, zone, GoTime.Place.FIXED);
    }

    /** A zone that is only a name is this machine's, or else one at an offset of zero. */
    private GoTime named(LocalDateTime fields) {
        GoTime local = GoTime.local(fields.atZone(ZoneId.systemDefault()).toInstant());
        if (zone.equals(local.zone())) {
            return local;
        }
        int seconds =
                zone.startsWith("GMT") && zone.length() > 3 ? Integer.parseInt(zone.substring(3)) * MINUTE * MINUTE : 0;
        return new GoTime(fields.toInstant(ZoneOffset.UTC).minusSeconds(seconds), seconds, zone, GoTime.Place.FIXED);
    }

    private int within(int value, int least, int most) throws FunctionException {
        expect(value >= least && value <= most);
        return value;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private boolean isCapital(int index) {
        return index < text.length() && text.charAt(index) >= 'A' && text.charAt(index) <= 'Z';
    }

    private static void expect(boolean condition) throws FunctionException {
        if (!condition) {
            throw malformed();
        }
    }

    private static FunctionException malformed() {
        return FunctionException.failed("the time is not as its layout says");
    }
}
