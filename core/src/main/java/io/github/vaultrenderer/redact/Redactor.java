package io.github.vaultrenderer.redact;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Removes known secret values from texts, in the forms in which they turn up there: as they are, line by line, in
 * base64, URL-encoded, escaped for JSON, JavaScript, Go or HTML, and cut off. Immutable.
 */
public final class Redactor {

    /** What stands where a secret stood. */
    public static final String MARK = "[redacted]";

    /**
     * A value shorter than this is removed only where it stands as a word of its own: a secret {@code e} must not turn
     * every message into marks, which would show where the letter is and tell nothing else.
     */
    private static final int SHORT = 4;

    private final List<EscapedValue> whole;
    private final List<Pattern> words;

    private Redactor(Set<String> forms) {
        List<String> sorted = new ArrayList<>(forms);
        // The longest first: a form may be part of another one.
        sorted.sort(Comparator.comparingInt(String::length).reversed());
        this.whole = sorted.stream()
                .filter(form -> form.length() >= SHORT)
                .map(EscapedValue::new)
                .toList();
        this.words = sorted.stream()
                .filter(form -> form.length() < SHORT)
                .map(form -> Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(form) + "(?![\\p{L}\\p{N}])"))
                .toList();
    }

    /**
     * Knows every leaf of the given values.
     *
     * @param values strings, numbers, booleans, {@link Sensitive}s, and maps and lists of them at any depth
     */
    public static Redactor of(Collection<? extends @Nullable Object> values) {
        Set<String> forms = new LinkedHashSet<>();
        values.forEach(value -> collect(value, forms));
        return new Redactor(forms);
    }

    /** The text without any known secret. */
    public String redact(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = endOfSecret(text, at);
            if (end > at) {
                out.append(MARK);
                at = end;
            } else {
                out.append(text.charAt(at++));
            }
        }
        String clean = out.toString();
        for (Pattern word : words) {
            clean = word.matcher(clean).replaceAll(MARK);
        }
        return clean;
    }

    private int endOfSecret(String text, int from) {
        int end = from;
        for (EscapedValue value : whole) {
            end = Math.max(end, value.endIn(text, from));
        }
        return end;
    }

    private static void collect(@Nullable Object value, Set<String> forms) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(inner -> collect(inner, forms));
        } else if (value instanceof Iterable<?> list) {
            list.forEach(inner -> collect(inner, forms));
        } else if (value instanceof Sensitive sensitive) {
            addForms(sensitive.reveal(), forms);
        } else if (value != null) {
            addForms(value.toString(), forms);
        }
    }

    private static void addForms(String value, Set<String> forms) {
        add(value, forms);
        value.lines().map(String::strip).forEach(line -> add(line, forms));
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        if (bytes.length >= SHORT) {
            add(Base64.getEncoder().encodeToString(bytes), forms);
            add(Base64.getEncoder().withoutPadding().encodeToString(bytes), forms);
            add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), forms);
        }
    }

    private static void add(String form, Set<String> forms) {
        if (!form.isBlank()) {
            forms.add(form);
        }
    }
}
