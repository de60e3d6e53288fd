package io.github.vaultrenderer.redact;

import java.net.URLEncoder;
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
 * base64, URL-encoded, and escaped as JSON or Go strings. Immutable.
 */
public final class Redactor {

    /** What stands where a secret stood. */
    public static final String MARK = "[redacted]";

    /**
     * A value shorter than this is removed only where it stands as a word of its own: a secret {@code e} must not turn
     * every message into marks, which would show where the letter is and tell nothing else.
     */
    private static final int SHORT = 4;

    private final List<String> whole;
    private final List<Pattern> words;

    private Redactor(Set<String> forms) {
        List<String> sorted = new ArrayList<>(forms);
        // The longest first: a form may be part of another one.
        sorted.sort(Comparator.comparingInt(String::length).reversed());
        this.whole = sorted.stream().filter(form -> form.length() >= SHORT).toList();
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
        String clean = text;
        for (String form : whole) {
            clean = clean.replace(form, MARK);
        }
        for (Pattern word : words) {
            clean = word.matcher(clean).replaceAll(MARK);
        }
        return clean;
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
            String url = URLEncoder.encode(value, StandardCharsets.UTF_8);
            add(url, forms);
            add(url.replace("+", "%20"), forms);
            addEscaped(value, forms);
            value.lines().map(String::strip).forEach(line -> addEscaped(line, forms));
        }
    }

    /** Escaped, and escaped once more: messages quote what templates have escaped already. */
    private static void addEscaped(String value, Set<String> forms) {
        String once = escaped(value, false);
        String html = escaped(value, true);
        add(once, forms);
        add(html, forms);
        add(escaped(once, false), forms);
        add(escaped(html, false), forms);
    }

    private static void add(String form, Set<String> forms) {
        if (!form.isBlank()) {
            forms.add(form);
        }
    }

    /** As JSON, or Go's {@code %q}, quotes it; {@code html} as JSON encoders do that guard against HTML. */
    private static String escaped(String value, boolean html) {
        StringBuilder out = new StringBuilder(value.length() + 16);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || (html && "<>&".indexOf(c) >= 0)) {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }
}
