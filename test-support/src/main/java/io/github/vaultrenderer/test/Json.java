package io.github.vaultrenderer.test;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON objects as maps; numbers keep their digits. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private Json() {}

    /**
     * The object in a text; empty for an empty text.
     *
     * @throws JacksonException when it is none
     */
    static Map<String, Object> object(String text) {
        return text.isBlank() ? Map.of() : MAPPER.readValue(text, OBJECT);
    }

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
