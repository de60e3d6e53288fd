package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.secrets.VaultNumber;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoFormat;
import io.github.vaultrenderer.template.gotemplate.exec.GoInteger;
import io.github.vaultrenderer.template.gotemplate.exec.Values;
import io.github.vaultrenderer.template.gotemplate.functions.YamlScalar.Style;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import io.github.vaultrenderer.template.gotemplate.parse.Runes;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** YAML as Go's yaml.v2 writes it: which values are written as what, in which style. {@link YamlWriter} lays it out. */
final class YamlText {

    private static final int BINARY_LINE = 70;

    private final YamlWriter writer = new YamlWriter();

    private YamlText() {}

    static String of(@Nullable Object value) throws FunctionException {
        YamlText text = new YamlText();
        text.write(value, false);
        return text.writer.text();
    }

    private void write(@Nullable Object value, boolean inMapping) throws FunctionException {
        if (value instanceof Scratch) {
            // The lock that it has in Go is exported.
            mapping(Map.of("rwmutex", Map.of()));
        } else if (StructFields.has(value)) {
            mapping(lowerCase(StructFields.of(value)));
        } else if (value instanceof Map<?, ?> map) {
            mapping(YamlKeys.sorted(map, YamlKeys.WRITTEN));
        } else if (value instanceof List<?> list) {
            sequence(list, inMapping);
        } else {
            writer.scalar(scalar(value));
        }
    }

    private static Map<String, @Nullable Object> lowerCase(Map<String, @Nullable Object> fields) {
        Map<String, @Nullable Object> lower = new LinkedHashMap<>();
        fields.forEach((name, field) -> lower.put(name.toLowerCase(Locale.ROOT), field));
        return lower;
    }

    private void mapping(Map<?, @Nullable Object> map) throws FunctionException {
        if (map.isEmpty()) {
            writer.empty("{", "}");
            return;
        }
        writer.startMapping();
        for (Map.Entry<?, @Nullable Object> entry : map.entrySet()) {
            writer.key(scalar(entry.getKey()));
            write(entry.getValue(), true);
        }
        writer.end();
    }

    private void sequence(List<?> list, boolean inMapping) throws FunctionException {
        if (list.isEmpty()) {
            writer.empty("[", "]");
            return;
        }
        writer.startSequence(inMapping);
        for (Object element : list) {
            writer.item();
            write(element, false);
        }
        writer.end();
    }

    private static YamlScalar scalar(@Nullable Object value) throws FunctionException {
        if (value == null || GoNil.isNil(value)) {
            return YamlScalar.plain("null");
        }
        if (value instanceof String text) {
            return string(text);
        }
        if (value instanceof VaultNumber number) {
            return number(number.text());
        }
        if (value instanceof Double real) {
            return YamlScalar.plain(real(real));
        }
        if (value instanceof Boolean || value instanceof Long || value instanceof GoInteger) {
            return YamlScalar.plain(value.toString());
        }
        if (value instanceof GoTime time) {
            return YamlScalar.plain(time.json().toString());
        }
        if (value instanceof GoTime.Unit unit) {
            return YamlScalar.plain(Long.toString(unit.number()));
        }
        if (value instanceof SemanticVersion || value instanceof GoDuration) {
            return string(value.toString());
        }
        throw FunctionException.failed("cannot marshal type: " + Values.type(value));
    }

    private static YamlScalar number(String digits) {
        try {
            return YamlScalar.plain(Long.toString(Long.parseLong(digits)));
        } catch (NumberFormatException noInteger) {
            Double real = Numbers.parseFloat(digits);
            return real == null ? string(digits) : YamlScalar.plain(real(real));
        }
    }

    private static String real(double value) {
        return switch (GoFormat.real(value)) {
            case "+Inf" -> ".inf";
            case "-Inf" -> "-.inf";
            case "NaN" -> ".nan";
            default -> GoFormat.real(value);
        };
    }

    private static YamlScalar string(String text) {
        if (!Runes.valid(text)) {
            return binary(text);
        }
        boolean lines = text.indexOf('\n') >= 0;
        Style style = lines ? Style.LITERAL : YamlScalars.isPlainString(text) ? Style.PLAIN : Style.DOUBLE_QUOTED;
        return new YamlScalar(text, style, "");
    }

    /** Bytes that are no UTF-8. */
    private static YamlScalar binary(String bytes) {
        String encoded = Base64.getEncoder().encodeToString(GoText.bytes(bytes));
        if (encoded.length() < BINARY_LINE) {
            return new YamlScalar(encoded, Style.PLAIN, "!!binary");
        }
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < encoded.length(); i += BINARY_LINE) {
            lines.append(encoded, i, Math.min(i + BINARY_LINE, encoded.length()))
                    .append('\n');
        }
        return new YamlScalar(lines.toString(), Style.LITERAL, "!!binary");
    }
}
