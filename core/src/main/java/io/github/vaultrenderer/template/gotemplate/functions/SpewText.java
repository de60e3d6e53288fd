package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.VaultNumber;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoFormat;
import io.github.vaultrenderer.template.gotemplate.exec.GoInteger;
import io.github.vaultrenderer.template.gotemplate.exec.GoList;
import io.github.vaultrenderer.template.gotemplate.exec.Values;
import io.github.vaultrenderer.template.gotemplate.parse.GoComplex;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values as go-spew shows them. It prints maps in any order and secrets with their addresses; here maps are sorted and
 * secrets have none. A list's capacity is that of one which grew by itself.
 *
 * @see <a href="https://pkg.go.dev/github.com/davecgh/go-spew/spew">Go package spew</a>
 */
final class SpewText {

    private final StringBuilder out = new StringBuilder();

    /** Each value with its type, on lines of its own. */
    static String dump(List<@Nullable Object> values) throws FunctionException {
        SpewText text = new SpewText();
        for (Object value : values) {
            text.dump(value, 0);
            text.out.append('\n');
        }
        return text.out.toString();
    }

    /** A value on one line, with the types of what is not inside another when {@code types} says so. */
    static String line(@Nullable Object value, boolean types) throws FunctionException {
        SpewText text = new SpewText();
        text.inline(value, types);
        return text.out.toString();
    }

    private void dump(@Nullable Object value, int depth) throws FunctionException {
        if (value == null) {
            out.append("(interface {}) <nil>");
        } else if (value instanceof Secret secret) {
            out.append("(*dependency.Secret)({\n");
            entries(SecretFields.of(secret), depth, false);
            out.append("})");
        } else {
            out.append('(').append(Values.type(value)).append(") ");
            size(value);
            content(value, depth);
        }
    }

    private void size(Object value) {
        int length = value instanceof List<?> list
                ? list.size()
                : value instanceof Map<?, ?> map
                        ? map.size()
                        : value instanceof String text
                                ? text.length()
                                : value instanceof VaultNumber number
                                        ? number.text().length()
                                        : 0;
        if (length > 0) {
            boolean list = value instanceof List<?>;
            int capacity = value instanceof GoList || Integer.bitCount(length) == 1
                    ? length
                    : Integer.highestOneBit(length) << 1;
            out.append("(len=")
                    .append(length)
                    .append(list ? " cap=" + capacity : "")
                    .append(") ");
        }
    }

    private void content(Object value, int depth) throws FunctionException {
        if (value instanceof List<?> list) {
            out.append("{\n");
            for (Iterator<?> elements = list.iterator(); elements.hasNext(); ) {
                out.append(" ".repeat(depth + 1));
                dump(elements.next(), depth + 1);
                out.append(elements.hasNext() ? ",\n" : "\n");
            }
            out.append(" ".repeat(depth)).append('}');
        } else if (value instanceof Map<?, ?> map) {
            out.append("{\n");
            entries(sorted(map), depth, true);
            out.append(" ".repeat(depth)).append('}');
        } else {
            out.append(value instanceof String text ? GoFormat.quote(text) : basic(value));
        }
    }

    private void entries(Map<?, ?> map, int depth, boolean keys) throws FunctionException {
        for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator(); entries.hasNext(); ) {
            Map.Entry<?, ?> entry = entries.next();
            out.append(" ".repeat(depth + 1));
            if (keys) {
                dump(entry.getKey(), depth + 1);
            } else {
                out.append(entry.getKey());
            }
            out.append(": ");
            dump(entry.getValue(), depth + 1);
            out.append(entries.hasNext() ? ",\n" : "\n");
        }
    }

    private static Map<?, ?> sorted(Map<?, ?> map) {
        return map instanceof TreeMap<?, ?> ? map : YamlKeys.sorted(map);
    }

    private static String basic(Object value) throws FunctionException {
        boolean known = value instanceof Boolean
                || value instanceof Long
                || value instanceof GoInteger
                || value instanceof Double
                || value instanceof GoComplex
                || value instanceof VaultNumber;
        if (!known) {
            throw FunctionException.failed("spew shows no " + Values.type(value));
        }
        return GoFormat.print(value);
    }

    private void inline(@Nullable Object value, boolean types) throws FunctionException {
        if (value == null) {
            out.append(types ? "(interface {})<nil>" : "<nil>");
            return;
        }
        if (types) {
            out.append('(').append(Values.type(value)).append(')');
        }
        if (value instanceof List<?> list) {
            out.append('[');
            String separator = "";
            for (Object element : list) {
                out.append(separator);
                inline(element, types && !(list instanceof GoList));
                separator = " ";
            }
            out.append(']');
        } else if (value instanceof Map<?, ?> map) {
            out.append("map[");
            String separator = "";
            for (Map.Entry<?, ?> entry : sorted(map).entrySet()) {
                out.append(separator);
                boolean anyKeys = Values.type(map).startsWith("map[interface");
                inline(entry.getKey(), types && anyKeys);
                out.append(':');
                inline(entry.getValue(), types && Values.type(map).endsWith("interface {}"));
                separator = " ";
            }
            out.append(']');
        } else if (value instanceof Secret secret) {
            inlineSecret(secret, types);
        } else {
            out.append(value instanceof String text ? text : basic(value));
        }
    }

    private void inlineSecret(Secret secret, boolean types) throws FunctionException {
        out.append(types ? "{" : "<*>{");
        String separator = "";
        for (Map.Entry<String, @Nullable Object> entry : SecretFields.of(secret).entrySet()) {
            out.append(separator).append(types ? entry.getKey() + ":" : "");
            inline(entry.getValue(), types);
            separator = " ";
        }
        out.append('}');
    }
}
