package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.secrets.VaultNumber;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoInteger;
import io.github.vaultrenderer.template.gotemplate.exec.GoMap;
import io.github.vaultrenderer.template.gotemplate.exec.NilPointer;
import io.github.vaultrenderer.template.gotemplate.exec.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * TOML laid out as BurntSushi's encoder does: of a table the plain values first, then the tables, each level indented by
 * two spaces. Nil values are left out.
 *
 * @see <a href="https://pkg.go.dev/github.com/BurntSushi/toml#Encoder">Go package toml</a>
 */
final class TomlText {

    private static final String INDENT = "  ";

    private final StringBuilder out = new StringBuilder();

    String of(@Nullable Object value) throws FunctionException {
        if (value == null) {
            throw FunctionException.failed("toTOML: there is nothing to write");
        }
        if (value instanceof NilPointer) {
            return "";
        }
        write(List.of(), value);
        return out.toString();
    }

    private void write(List<String> key, Object value) throws FunctionException {
        if (isTable(value)) {
            if (key.size() == 1) {
                newline();
            }
            if (!key.isEmpty()) {
                out.append(indent(key)).append('[').append(dotted(key)).append(']');
                newline();
            }
            table(key, value);
        } else if (value instanceof List<?> list && isTables(list)) {
            if (key.isEmpty()) {
                throw FunctionException.failed("toTOML: top-level values must be Go maps or structs");
            }
            for (Object element : list) {
                newline();
                out.append(indent(key)).append("[[").append(dotted(key)).append("]]");
                newline();
                table(key, element);
            }
        } else if (key.isEmpty()) {
            element(value);
        } else {
            out.append(indent(key)).append(quoted(key.get(key.size() - 1))).append(" = ");
            element(value);
            newline();
        }
    }

    private void newline() {
        if (!out.isEmpty()) {
            out.append('\n');
        }
    }

    private static String indent(List<String> key) {
        return INDENT.repeat(key.size() - 1);
    }

    private void table(List<String> key, @Nullable Object table) throws FunctionException {
        for (Map.Entry<String, @Nullable Object> entry : entries(table)) {
            if (entry.getValue() != null && !GoNil.isNil(entry.getValue())) {
                List<String> path = new ArrayList<>(key);
                path.add(entry.getKey());
                write(path, entry.getValue());
            }
        }
    }

    /** The entries of a table within a line. Go's encoder leaves a comma behind for a nil value that is the last. */
    private void inline(Object table) throws FunctionException {
        List<Map.Entry<String, @Nullable Object>> entries = entries(table);
        out.append('{');
        for (int i = 0; i < entries.size(); i++) {
            Object value = entries.get(i).getValue();
            if (value != null && !GoNil.isNil(value)) {
                out.append(quoted(entries.get(i).getKey())).append(" = ");
                element(value);
                out.append(i < entries.size() - 1 ? ", " : "");
            }
        }
        out.append('}');
    }

    /** A table's entries, its tables last. */
    private static List<Map.Entry<String, @Nullable Object>> entries(@Nullable Object table) throws FunctionException {
        List<Map.Entry<String, @Nullable Object>> plain = new ArrayList<>();
        List<Map.Entry<String, @Nullable Object>> tables = new ArrayList<>();
        for (Map.Entry<String, @Nullable Object> entry : sorted(table).entrySet()) {
            Object value = entry.getValue();
            boolean sub = isTable(value) || (value instanceof List<?> list && isTables(list));
            (sub ? tables : plain).add(entry);
        }
        plain.addAll(tables);
        return plain;
    }

    private static Map<String, @Nullable Object> sorted(@Nullable Object table) throws FunctionException {
        if (StructFields.has(table)) {
            return StructFields.of(table);
        }
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        if (table instanceof Map<?, ?> map) {
            if (map instanceof GoMap typed && !typed.keyType().equals("string")) {
                throw FunctionException.failed("toTOML: cannot encode a map with non-string key type");
            }
            map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        }
        return new LinkedHashMap<>(sorted);
    }

    private void element(@Nullable Object value) throws FunctionException {
        if (value instanceof String text) {
            out.append('"').append(escaped(text)).append('"');
        } else if (value instanceof VaultNumber number) {
            out.append(number(number.text()));
        } else if (value instanceof Double real) {
            out.append(real(real));
        } else if (value instanceof Boolean || value instanceof Long || value instanceof GoInteger) {
            out.append(value);
        } else if (value instanceof GoTime time) {
            out.append(time.json());
        } else if (value instanceof GoTime.Unit unit) {
            out.append(unit.number());
        } else if (value instanceof SemanticVersion || value instanceof GoDuration) {
            out.append('"').append(escaped(value.toString())).append('"');
        } else if (value != null && isTable(value)) {
            inline(value);
        } else if (value instanceof List<?> list) {
            out.append('[');
            for (int i = 0; i < list.size(); i++) {
                out.append(i == 0 ? "" : ", ");
                element(list.get(i));
            }
            out.append(']');
        } else {
            throw FunctionException.failed("toTOML: unexpected type: " + Values.type(value));
        }
    }

    private static boolean isTable(@Nullable Object value) {
        return value instanceof Map<?, ?> || StructFields.has(value);
    }

    /** Whether a list has tables only, and has any. */
    private static boolean isTables(List<?> list) throws FunctionException {
        if (list.stream().anyMatch(element -> element == null || element instanceof NilPointer)) {
            throw FunctionException.failed("toTOML: toml: cannot encode array with nil element");
        }
        for (Object element : list) {
            if (element instanceof List<?> inner) {
                isTables(inner);
            }
        }
        return !list.isEmpty() && list.stream().allMatch(TomlText::isTable);
    }

    private static String number(String digits) throws FunctionException {
        if (digits.isEmpty()) {
            return "0";
        }
        try {
            return Long.toString(Long.parseLong(digits));
        } catch (NumberFormatException noInteger) {
            Double real = Numbers.parseFloat(digits);
            if (real == null) {
                throw FunctionException.failed("toTOML: unable to convert a number to int64 or float64");
            }
            return real(real);
        }
    }

    private static String real(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        String digits = value == 0 ? (1 / value < 0 ? "-0" : "0") : JsonText.plain(value);
        return digits.indexOf('.') >= 0 ? digits : digits + ".0";
    }

    private static String dotted(List<String> key) {
        return key.stream().map(TomlText::quoted).collect(Collectors.joining("."));
    }

    private static String quoted(String key) {
        boolean bare = !key.isEmpty()
                && key.chars()
                        .allMatch(c -> (c >= 'A' && c <= 'Z')
                                || (c >= 'a' && c <= 'z')
                                || (c >= '0' && c <= '9')
                                || c == '_'
                                || c == '-');
        return bare ? key : '"' + escaped(key) + '"';
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int named = "\b\t\n\f\r\"\\".indexOf(c);
            if (named >= 0) {
                escaped.append('\\').append("btnfr\"\\".charAt(named));
            } else if (c < ' ' || c == 0x7F) {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
