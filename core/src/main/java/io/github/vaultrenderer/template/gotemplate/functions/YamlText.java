package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.VaultNumber;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoFormat;
import io.github.vaultrenderer.template.gotemplate.exec.GoInteger;
import io.github.vaultrenderer.template.gotemplate.exec.Values;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import io.github.vaultrenderer.template.gotemplate.parse.Runes;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ImplicitTuple;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * YAML as Go's yaml.v2 writes it. The styles are chosen as it does; the library's emitter lays the text out, and differs
 * only within double quotes: where it breaks a line of more than 80 characters, and in how it writes rare characters.
 */
final class YamlText {

    private static final int BINARY_LINE = 70;
    private static final int LONGEST_KEY = 128;

    /** Stands for an empty key, for which the library has a layout of its own. No text has it: it is no character. */
    private static final String EMPTY_KEY = Character.toString(0x10FFFE);

    private final Emitter emitter;

    private YamlText(Emitter emitter) {
        this.emitter = emitter;
    }

    static String of(@Nullable Object value) throws FunctionException {
        StringWriter out = new StringWriter();
        YamlText text = new YamlText(new Emitter(out, options()));
        text.emit(new StreamStartEvent(null, null));
        text.emit(new DocumentStartEvent(null, null, false, null, Map.of()));
        text.write(value);
        text.emit(new DocumentEndEvent(null, null, false));
        text.emit(new StreamEndEvent(null, null));
        return GoText.encode(escaped(out.toString()));
    }

    /** Characters beyond the first 65536 are escaped. They stand within double quotes: see {@link #isPrintable}. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        // An empty text alone would get a document's mark.
        text.substring(text.startsWith("--- \"\"") ? 4 : 0)
                .replace(EMPTY_KEY, "")
                .codePoints()
                .forEach(c -> out.append(
                        Character.isBmpCodePoint(c)
                                ? Character.toString(c)
                                : String.format(Locale.ROOT, "\\U%08X", c)));
        return out.toString();
    }

    private static DumperOptions options() {
        DumperOptions options = new DumperOptions();
        options.setAllowUnicode(true);
        options.setSplitLines(true);
        options.setMaxSimpleKeyLength(LONGEST_KEY + 1);
        return options;
    }

    private void emit(Event event) {
        try {
            emitter.emit(event);
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory cannot fail to be written", impossible);
        }
    }

    private void write(@Nullable Object value) throws FunctionException {
        if (value == null) {
            plain("null");
        } else if (value instanceof String text) {
            string(text);
        } else if (value instanceof VaultNumber number) {
            number(number.text());
        } else if (value instanceof Double real) {
            plain(real(real));
        } else if (value instanceof Boolean || value instanceof Long || value instanceof GoInteger) {
            plain(value.toString());
        } else if (value instanceof GoTime time) {
            plain(time.json().toString());
        } else if (value instanceof Secret secret) {
            Map<Object, @Nullable Object> fields = new LinkedHashMap<>();
            SecretFields.of(secret)
                    .forEach((name, field) -> fields.put(
                            name.toLowerCase(Locale.ROOT),
                            name.equals("Warnings") && field == null ? List.of() : field));
            mapping(fields);
        } else if (value instanceof Map<?, ?> map) {
            mapping(YamlKeys.sorted(map, YamlKeys.WRITTEN));
        } else if (value instanceof List<?> list) {
            emit(new SequenceStartEvent(null, null, true, null, null, FlowStyle.BLOCK));
            for (Object element : list) {
                write(element);
            }
            emit(new SequenceEndEvent(null, null));
        } else {
            throw FunctionException.failed("cannot marshal type: " + Values.type(value));
        }
    }

    private void mapping(Map<?, @Nullable Object> map) throws FunctionException {
        emit(new MappingStartEvent(null, null, true, null, null, FlowStyle.BLOCK));
        for (Map.Entry<?, @Nullable Object> entry : map.entrySet()) {
            if (entry.getKey() instanceof String key && key.isEmpty()) {
                scalar(EMPTY_KEY, ScalarStyle.DOUBLE_QUOTED);
            } else {
                write(entry.getKey());
            }
            write(entry.getValue());
        }
        emit(new MappingEndEvent(null, null));
    }

    private void number(String digits) throws FunctionException {
        try {
            plain(Long.toString(Long.parseLong(digits)));
        } catch (NumberFormatException noInteger) {
            Double real = Numbers.parseFloat(digits);
            if (real == null) {
                string(digits);
            } else {
                plain(real(real));
            }
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

    private void plain(String text) {
        scalar(text, ScalarStyle.PLAIN);
    }

    private void string(String text) throws FunctionException {
        if (!Runes.valid(text)) {
            binary(text);
            return;
        }
        String decoded = Runes.decode(text);
        if (decoded.contains(EMPTY_KEY)) {
            throw FunctionException.failed("toYAML: U+10FFFE is no character");
        }
        scalar(
                decoded,
                !decoded.codePoints().allMatch(YamlText::isPrintable)
                        ? ScalarStyle.DOUBLE_QUOTED
                        : text.indexOf('\n') >= 0
                                ? ScalarStyle.LITERAL
                                : YamlScalars.isPlainString(text) ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
    }

    /** What yaml.v2 writes as it is; the library would write some more. */
    private static boolean isPrintable(int c) {
        return c == '\n' || (c >= ' ' && c <= '~') || (c >= 0xA0 && c <= 0xFFFD && c != 0xFEFF);
    }

    private void scalar(String text, ScalarStyle style) {
        emit(new ScalarEvent(null, null, new ImplicitTuple(true, true), text, null, null, style));
    }

    /** Bytes that are no UTF-8. */
    private void binary(String bytes) {
        String encoded = Base64.getEncoder().encodeToString(GoText.bytes(bytes));
        boolean lines = encoded.length() >= BINARY_LINE;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < encoded.length(); i += BINARY_LINE) {
            text.append(encoded, i, Math.min(i + BINARY_LINE, encoded.length())).append(lines ? "\n" : "");
        }
        emit(new ScalarEvent(
                null,
                Tag.BINARY.getValue(),
                new ImplicitTuple(false, false),
                text.toString(),
                null,
                null,
                lines ? ScalarStyle.LITERAL : ScalarStyle.PLAIN));
    }
}
