package io.github.vaultrenderer.http;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.github.vaultrenderer.redact.Sensitive;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Vault's JSON as Java values. On Gson's streaming layer: binding would lose the digits of numbers, and Jackson, which is there
 * for everything else, begins with tables of decimal numbers that take a short-lived process as long as the request does.
 */
final class Json {

    /** As deep as Jackson goes. */
    private static final int DEEPEST = 500;

    private Json() {}

    /**
     * The object in the bytes; empty for no bytes, and for what is no object.
     *
     * @throws IOException when they are not JSON; its message can quote them
     */
    static Map<String, @Nullable Object> object(byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            return Map.of();
        }
        try (JsonReader reader = new JsonReader(new StringReader(new String(bytes, StandardCharsets.UTF_8)))) {
            reader.setStrictness(Strictness.STRICT);
            reader.setNestingLimit(DEEPEST);
            return reader.peek() == JsonToken.BEGIN_OBJECT ? object(reader) : Map.of();
        }
    }

    static byte[] bytes(Map<String, ?> object) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = new JsonWriter(text)) {
            writer.setStrictness(Strictness.STRICT);
            write(object, writer);
        } catch (IOException failure) {
            throw new UncheckedIOException("a text in memory cannot be written", failure);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, @Nullable Object> object(JsonReader reader) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            object.put(reader.nextName(), value(reader));
        }
        reader.endObject();
        return object;
    }

    private static List<@Nullable Object> list(JsonReader reader) throws IOException {
        List<@Nullable Object> list = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            list.add(value(reader));
        }
        reader.endArray();
        return list;
    }

    private static @Nullable Object value(JsonReader reader) throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object(reader);
            case BEGIN_ARRAY -> list(reader);
            case STRING -> reader.nextString();
            case NUMBER -> new JsonNumber(reader.nextString());
            case BOOLEAN -> reader.nextBoolean();
            default -> {
                reader.nextNull();
                yield null;
            }
        };
    }

    private static void write(@Nullable Object value, JsonWriter writer) throws IOException {
        if (value instanceof Map<?, ?> map) {
            writer.beginObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                writer.name(String.valueOf(entry.getKey()));
                write(entry.getValue(), writer);
            }
            writer.endObject();
        } else if (value instanceof List<?> list) {
            writer.beginArray();
            for (Object inner : list) {
                write(inner, writer);
            }
            writer.endArray();
        } else if (value instanceof Boolean bool) {
            writer.value(bool);
        } else if (value instanceof Number number) {
            // As it is written: Gson would look at numbers of other classes than Java's with a regular expression.
            writer.jsonValue(number.toString());
        } else if (value instanceof Sensitive sensitive) {
            writer.value(sensitive.reveal());
        } else {
            writer.value(value == null ? null : value.toString());
        }
    }
}
