package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.secrets.VaultNumber;
import io.github.vaultrenderer.template.gotemplate.exec.GoFormat;
import io.github.vaultrenderer.template.gotemplate.exec.GoObject;
import io.github.vaultrenderer.template.gotemplate.exec.GoPointer;
import io.github.vaultrenderer.template.gotemplate.exec.GoStruct;
import io.github.vaultrenderer.template.gotemplate.exec.Values;
import io.github.vaultrenderer.template.gotemplate.parse.GoComplex;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values as go-spew shows them. It prints maps in any order; here they are sorted.
 *
 * @see <a href="https://pkg.go.dev/github.com/davecgh/go-spew/spew">Go package spew</a>
 */
final class SpewText {

    private static final String NIL = "<nil>";

    private final StringBuilder out = new StringBuilder();

    /** Each value with its type, on lines of its own. */
    static String dump(List<@Nullable Object> values) {
        SpewText text = new SpewText();
        for (Object value : values) {
            text.dump(value, 0);
            text.out.append('\n');
        }
        return text.out.toString();
    }

    private void dump(@Nullable Object value, int depth) {
        if (value == null) {
            out.append("(interface {}) <nil>");
        } else if (GoStruct.isPointer(Values.type(value))) {
            dumpPointer(value, depth);
        } else {
            out.append('(').append(Values.type(value)).append(") ");
            size(value);
            content(value, depth);
        }
    }

    private void dumpPointer(Object value, int depth) {
        Object target = GoStruct.underlying(value);
        if (isNil(value, target)) {
            out.append('(').append(Values.type(value)).append(")(<nil>)");
            return;
        }
        out.append('(').append(Values.type(value)).append(")(");
        out.append(GoPointer.to(value)).append(")(");
        content(value, depth);
        out.append(')');
    }

    private static boolean isNil(Object value, @Nullable Object target) {
        return value instanceof GoPointer || target instanceof GoPointer;
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
        int capacity = value instanceof List<?> list ? GoCapacity.of(list) : 0;
        if (length > 0 || capacity > 0) {
            out.append('(').append(length > 0 ? "len=" + length : "");
            out.append(length > 0 && capacity > 0 ? " " : "");
            out.append(capacity > 0 ? "cap=" + capacity : "").append(") ");
        }
    }

    private void content(Object value, int depth) {
        if (value instanceof GoObject object && object.isStringer()) {
            out.append(object);
        } else if (GoNil.isNil(value)) {
            out.append(NIL);
        } else if (value instanceof List<?> list) {
            out.append("{\n");
            for (Iterator<?> elements = list.iterator(); elements.hasNext(); ) {
                out.append(" ".repeat(depth + 1));
                dump(elements.next(), depth + 1);
                out.append(elements.hasNext() ? ",\n" : "\n");
            }
            out.append(" ".repeat(depth)).append('}');
        } else if (value instanceof Map<?, ?> map) {
            entries(sorted(map), depth, true);
        } else if (GoStruct.underlying(value) instanceof GoStruct struct) {
            entries(struct.fields(), depth, false);
        } else {
            out.append(value instanceof String text ? GoFormat.quote(text) : basic(value));
        }
    }

    private void entries(Map<?, ?> map, int depth, boolean keys) {
        out.append("{\n");
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
        out.append(" ".repeat(depth)).append('}');
    }

    /** What has nothing within it. An imaginary part of -0 has two signs. */
    private static String basic(Object value) {
        if (value instanceof GoComplex number) {
            return "(" + GoFormat.real(number.real()) + (number.imaginary() >= 0 ? "+" : "")
                    + GoFormat.real(number.imaginary()) + "i)";
        }
        return GoFormat.print(value);
    }

    private static Map<?, ?> sorted(Map<?, ?> map) {
        return map instanceof TreeMap<?, ?> ? map : YamlKeys.sorted(map);
    }

    /**
     * A value on one line.
     *
     * @param addresses whether the addresses of pointers are shown, as {@code %+v} does
     * @param types whether the types of what is not inside another are shown, as {@code %#v} does
     */
    static String line(@Nullable Object value, boolean addresses, boolean types) {
        SpewText text = new SpewText();
        text.new Line(addresses, types).print(value, types);
        return text.out.toString();
    }

    /** How a line is printed. */
    private final class Line {

        private final boolean addresses;
        private final boolean types;

        Line(boolean addresses, boolean types) {
            this.addresses = addresses;
            this.types = types;
        }

        void print(@Nullable Object value, boolean typed) {
            if (value == null) {
                out.append(typed ? "(interface {})<nil>" : NIL);
            } else if (GoStruct.isPointer(Values.type(value))) {
                pointer(value, typed);
            } else {
                out.append(typed ? "(" + Values.type(value) + ")" : "");
                content(value);
            }
        }

        private void pointer(Object value, boolean typed) {
            boolean nil = isNil(value, GoStruct.underlying(value));
            if (nil) {
                out.append(typed ? "(" + Values.type(value) + ")" : "").append(NIL);
                return;
            }
            out.append(typed ? "(" + Values.type(value) + ")" : "<*>");
            out.append(addresses ? "(" + GoPointer.to(value) + ")" : "");
            content(value);
        }

        private void content(Object value) {
            if (value instanceof GoObject object && object.isStringer()) {
                out.append(object);
            } else if (GoNil.isNil(value)) {
                out.append(NIL);
            } else if (value instanceof List<?> list) {
                list(list);
            } else if (value instanceof Map<?, ?> map) {
                map(map);
            } else if (GoStruct.underlying(value) instanceof GoStruct struct) {
                fields(struct.fields());
            } else {
                out.append(value instanceof String text ? text : basic(value));
            }
        }

        private void list(List<?> list) {
            boolean any = Values.type(list).equals("[]interface {}");
            out.append('[');
            String separator = "";
            for (Object element : list) {
                out.append(separator);
                print(element, types && any);
                separator = " ";
            }
            out.append(']');
        }

        private void map(Map<?, ?> map) {
            String type = Values.type(map);
            boolean anyKeys = type.startsWith("map[interface");
            boolean anyValues = type.endsWith("interface {}");
            out.append("map[");
            String separator = "";
            for (Map.Entry<?, ?> entry : sorted(map).entrySet()) {
                out.append(separator);
                print(entry.getKey(), types && anyKeys);
                out.append(':');
                print(entry.getValue(), types && anyValues);
                separator = " ";
            }
            out.append(']');
        }

        private void fields(Map<String, @Nullable Object> fields) {
            out.append('{');
            String separator = "";
            for (Map.Entry<String, @Nullable Object> field : fields.entrySet()) {
                out.append(separator).append(addresses || types ? field.getKey() + ":" : "");
                print(field.getValue(), types);
                separator = " ";
            }
            out.append('}');
        }
    }
}
