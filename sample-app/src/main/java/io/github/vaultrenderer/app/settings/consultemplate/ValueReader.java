package io.github.vaultrenderer.app.settings.consultemplate;

import io.github.vaultrenderer.app.settings.hcl.HclValue;
import io.github.vaultrenderer.redact.Sensitive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A file's values as what their settings take.
 *
 * @see <a href="https://github.com/mitchellh/mapstructure/blob/v1.5.0/mapstructure.go">mapstructure, without weak input</a>
 * @see <a href="https://github.com/hashicorp/consul-template/blob/v0.41.1/config/mapstructure.go">consul-template's decode
 *     hooks</a>
 */
final class ValueReader {

    private static final long UNSIGNED_32_BITS = 0xFFFF_FFFFL;

    private ValueReader() {}

    static Object read(HclValue value, Kind kind) throws MalformedValueException {
        return switch (kind) {
            case TEXT -> text(value);
            case SECRET -> Sensitive.of(text(value));
            case TRUTH -> truth(value);
            case WHOLE -> whole(value, "a whole number");
            case REAL -> real(value);
            case DURATION -> duration(value);
            case SIGNAL -> signal(value);
            case MODE -> mode(value);
            case WORDS -> words(value);
            case BLOCK, WAIT, CONSUL, TEMPLATES ->
                throw new MalformedValueException("a block, in no list, and its name in small letters");
        };
    }

    static String text(HclValue value) throws MalformedValueException {
        if (value instanceof HclValue.Text text) {
            return text.value();
        }
        throw new MalformedValueException("a string");
    }

    private static Boolean truth(HclValue value) throws MalformedValueException {
        if (value instanceof HclValue.Truth truth) {
            return truth.value();
        }
        throw new MalformedValueException("true or false, without quotes");
    }

    private static Long whole(HclValue value, String expected) throws MalformedValueException {
        if (value instanceof HclValue.Whole whole) {
            return whole.value();
        }
        if (value instanceof HclValue.Real real) {
            return (long) real.value();
        }
        throw new MalformedValueException(expected);
    }

    private static Double real(HclValue value) throws MalformedValueException {
        if (value instanceof HclValue.Real real) {
            return real.value();
        }
        return (double) whole(value, "a number");
    }

    /** A bare number is of nanoseconds. */
    private static Duration duration(HclValue value) throws MalformedValueException {
        if (value instanceof HclValue.Text text) {
            return GoDuration.parse(text.value());
        }
        return Duration.ofNanos(whole(value, "a duration in quotes with its unit, as \"5s\""));
    }

    private static Signal signal(HclValue value) throws MalformedValueException {
        String name = text(value);
        return name.isEmpty() ? Signal.SIGNULL : GoText.signal(name);
    }

    private static Long mode(HclValue value) throws MalformedValueException {
        if (value instanceof HclValue.Text text) {
            return GoText.mode(text.value());
        }
        long mode = whole(value, "permissions, as 0644 or \"0644\"");
        if (mode < 0) {
            throw new MalformedValueException("permissions, as 0644 or \"0644\"");
        }
        return mode & UNSIGNED_32_BITS;
    }

    /** A single text is divided at its commas. */
    private static List<String> words(HclValue value) throws MalformedValueException {
        if (value instanceof HclValue.Text text) {
            return text.value().isEmpty() ? List.of() : List.of(text.value().split(",", -1));
        }
        if (!(value instanceof HclValue.Items items)) {
            throw new MalformedValueException("a string, or a list of strings");
        }
        List<String> words = new ArrayList<>();
        for (HclValue item : items.values()) {
            words.add(text(item));
        }
        return List.copyOf(words);
    }
}
