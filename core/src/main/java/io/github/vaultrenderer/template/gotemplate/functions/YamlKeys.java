package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.secrets.VaultNumber;
import io.github.vaultrenderer.template.gotemplate.exec.GoInteger;
import io.github.vaultrenderer.template.gotemplate.parse.Runes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The orders of maps' keys: Go's when it prints a map of any keys, and yaml.v2's when it writes one. */
final class YamlKeys {

    /** yaml.v2 sorts numbers by value, also those within texts: {@code a2} stands before {@code a10}. */
    static final Comparator<@Nullable Object> WRITTEN = YamlKeys::compareWritten;

    /** Go's, when it prints and ranges over a map of any keys. */
    static final Comparator<@Nullable Object> PRINTED = YamlKeys::comparePrinted;

    private YamlKeys() {}

    /** The entries in the order in which Go prints and ranges over them. */
    static Map<@Nullable Object, @Nullable Object> sorted(Map<?, ?> map) {
        return sorted(map, PRINTED);
    }

    static Map<@Nullable Object, @Nullable Object> sorted(Map<?, ?> map, Comparator<@Nullable Object> order) {
        List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
        entries.sort((first, second) -> order.compare(first.getKey(), second.getKey()));
        Map<@Nullable Object, @Nullable Object> sorted = new LinkedHashMap<>();
        entries.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    private static int comparePrinted(@Nullable Object first, @Nullable Object second) {
        int rank = Integer.compare(rank(first), rank(second));
        if (rank != 0 || first == null || second == null) {
            return rank;
        }
        if (first instanceof String a && second instanceof String b) {
            return a.compareTo(b);
        }
        if (first instanceof Long a && second instanceof Long b) {
            return Long.compare(a, b);
        }
        return compareNumbers(first, second);
    }

    /** Types have an order in every Go program, if no defined one: this is consul-template's. */
    private static int rank(@Nullable Object key) {
        return key == null
                ? 0
                : key instanceof String
                        ? 1
                        : key instanceof Long ? 2 : key instanceof GoInteger ? 3 : key instanceof Double ? 4 : 5;
    }

    private static int compareWritten(@Nullable Object first, @Nullable Object second) {
        if (isNumber(first) && isNumber(second)) {
            return compareNumbers(first, second);
        }
        String a = Arguments.kindOfString(first);
        String b = Arguments.kindOfString(second);
        return a != null && b != null ? compareTexts(a, b) : Integer.compare(kind(first), kind(second));
    }

    private static boolean isNumber(@Nullable Object key) {
        return key instanceof Boolean || key instanceof Long || key instanceof Double || key instanceof GoInteger;
    }

    private static int compareNumbers(@Nullable Object first, @Nullable Object second) {
        int order = Double.compare(number(first), number(second));
        if (order == 0 && first instanceof Long a && second instanceof Long b) {
            return Long.compare(a, b);
        }
        return order != 0 ? order : Integer.compare(kind(first), kind(second));
    }

    private static double number(@Nullable Object key) {
        if (key instanceof Boolean bool) {
            return bool ? 1 : 0;
        }
        return key instanceof GoInteger integer
                ? Numbers.toDouble(integer)
                : key instanceof Number number ? number.doubleValue() : 0;
    }

    /** Where its kind stands in Go's list of kinds. */
    private static int kind(@Nullable Object key) {
        if (key instanceof String || key instanceof VaultNumber) {
            return 24;
        }
        return key instanceof Boolean
                ? 1
                : key instanceof Long ? 2 : key instanceof GoInteger ? 11 : key instanceof Double ? 14 : 20;
    }

    private static int compareTexts(String first, String second) {
        int[] a = Runes.codePoints(first);
        int[] b = Runes.codePoints(second);
        for (int i = 0; i < a.length && i < b.length; i++) {
            if (a[i] != b[i]) {
                return compareAt(a, b, i);
            }
        }
        return Integer.compare(a.length, b.length);
    }

    private static int compareAt(int[] a, int[] b, int at) {
        boolean letterA = Character.isLetter(a[at]);
        boolean letterB = Character.isLetter(b[at]);
        if (letterA != letterB) {
            return letterB ? -1 : 1;
        }
        if (letterA) {
            return Integer.compare(a[at], b[at]);
        }
        boolean behindNumber = (a[at] == '0' || b[at] == '0') && followsNumber(a, at);
        int endA = digitsEnd(a, at);
        int endB = digitsEnd(b, at);
        long numberA = number(a, at, endA, behindNumber);
        long numberB = number(b, at, endB, behindNumber);
        if (numberA != numberB) {
            return Long.compare(numberA, numberB);
        }
        return endA != endB ? Integer.compare(endA, endB) : Integer.compare(a[at], b[at]);
    }

    private static boolean followsNumber(int[] text, int at) {
        for (int i = at - 1; i >= 0 && Character.isDigit(text[i]); i--) {
            if (text[i] != '0') {
                return true;
            }
        }
        return false;
    }

    private static int digitsEnd(int[] text, int from) {
        int end = from;
        while (end < text.length && Character.isDigit(text[end])) {
            end++;
        }
        return end;
    }

    private static long number(int[] text, int from, int to, boolean behindNumber) {
        long number = behindNumber ? 1 : 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (text[i] - '0');
        }
        return number;
    }
}
