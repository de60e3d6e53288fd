package io.github.vaultrenderer.template.gotemplate.functions;

import com.google.re2j.Pattern;
import io.github.vaultrenderer.secrets.VaultNumber;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoFormat;
import io.github.vaultrenderer.template.gotemplate.exec.GoInteger;
import io.github.vaultrenderer.template.gotemplate.exec.GoMap;
import io.github.vaultrenderer.template.gotemplate.exec.Values;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import io.github.vaultrenderer.template.gotemplate.parse.Runes;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON as Go's {@code encoding/json} writes it.
 *
 * @see <a href="https://pkg.go.dev/encoding/json#Marshal">Go package encoding/json</a>
 */
final class JsonText {

    private static final int DEEPEST = 2_000;
    private static final double SMALLEST_PLAIN = 1e-6;
    private static final double LARGEST_PLAIN = 1e21;
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final DefaultPrettyPrinter PRETTY = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(LINES)
            .withArrayIndenter(LINES);

    private final boolean pretty;
    private final Escapes escapes;

    /**
     * A text that is to come.
     *
     * @param html whether characters are escaped that mean something in HTML
     * @param pretty whether it has several lines
     */
    JsonText(boolean html, boolean pretty) {
        this.pretty = pretty;
        this.escapes = new Escapes(html);
    }

    String of(@Nullable Object value) throws FunctionException {
        JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                        .characterEscapes(escapes)
                        .streamWriteConstraints(StreamWriteConstraints.builder()
                                .maxNestingDepth(DEEPEST)
                                .build())
                        .build())
                .build();
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = (pretty ? mapper.writer().with(PRETTY) : mapper.writer()).createGenerator(out)) {
            write(generator, value);
        } catch (StreamConstraintsException tooDeep) {
            throw FunctionException.failed("json: a value is nested deeper than " + DEEPEST + " levels");
        }
        return GoText.encode(out.toString());
    }

    private void write(JsonGenerator generator, @Nullable Object value) throws FunctionException {
        if (value == null || GoNil.isNil(value)) {
            generator.writeNull();
        } else if (value instanceof JsonShape shape) {
            write(generator, shape.json());
        } else if (value instanceof String text) {
            generator.writeString(text(text));
        } else if (value instanceof Boolean bool) {
            generator.writeBoolean(bool);
        } else if (value instanceof Double real) {
            generator.writeNumber(real(real));
        } else if (value instanceof Long || value instanceof GoInteger) {
            generator.writeNumber(value.toString());
        } else if (value instanceof VaultNumber number) {
            generator.writeNumber(number(number.text()));
        } else if (StructFields.has(value)) {
            writeMap(generator, StructFields.of(value));
        } else if (value instanceof Map<?, ?> map) {
            writeMap(generator, sorted(map));
        } else if (value instanceof List<?> list) {
            generator.writeStartArray();
            for (Object element : list) {
                write(generator, element);
            }
            generator.writeEndArray();
        } else {
            throw FunctionException.failed("json: unsupported type: " + Values.type(value));
        }
    }

    /** What {@code slice} leaves of a number can be none. */
    private static String number(String text) throws FunctionException {
        if (text.isEmpty()) {
            return "0";
        }
        if (!NUMBER.matches(text)) {
            throw FunctionException.failed("json: invalid number literal");
        }
        return text;
    }

    private void writeMap(JsonGenerator generator, Map<String, @Nullable Object> map) throws FunctionException {
        generator.writeStartObject();
        for (Map.Entry<String, @Nullable Object> entry : map.entrySet()) {
            generator.writeName(text(entry.getKey()));
            write(generator, entry.getValue());
        }
        generator.writeEndObject();
    }

    private static Map<String, @Nullable Object> sorted(Map<?, ?> map) throws FunctionException {
        if (map instanceof GoMap typed && typed.keyType().startsWith("interface")) {
            throw FunctionException.failed("json: unsupported type: " + Values.type(map));
        }
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        return sorted;
    }

    private String text(String text) {
        escapes.broken = !Runes.valid(text);
        return Runes.decode(text);
    }

    /** Like JavaScript: an exponent for large and small numbers only, and without a zero before it. */
    private static String real(double value) throws FunctionException {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw FunctionException.failed("json: unsupported value: " + GoFormat.print(value));
        }
        double size = Math.abs(value);
        if (size != 0 && (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN)) {
            return GoFormat.print(value).replaceFirst("e-0", "e-");
        }
        return value == 0 ? (1 / value < 0 ? "-0" : "0") : plain(value);
    }

    /** A float without an exponent. */
    static String plain(double value) {
        return GoFormat.shortest(value).stripTrailingZeros().toPlainString();
    }

    /** Go's escapes. */
    private static final class Escapes extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        private final boolean html;

        /** Whether the string has bytes that are no UTF-8: Go escapes what it puts in their place. */
        private boolean broken;

        Escapes(boolean html) {
            this.html = html;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
            for (int c = 0; c < ' '; c++) {
                codes[c] = "\b\f\n\r\t".indexOf(c) >= 0 ? codes[c] : ESCAPE_CUSTOM;
            }
            if (html) {
                codes['<'] = ESCAPE_CUSTOM;
                codes['>'] = ESCAPE_CUSTOM;
                codes['&'] = ESCAPE_CUSTOM;
            }
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            boolean escaped = c < 0x80 || c == 0x2028 || c == 0x2029 || (broken && c == Runes.ERROR);
            return escaped ? new SerializedString(String.format(java.util.Locale.ROOT, "\\u%04x", c)) : null;
        }
    }
}
