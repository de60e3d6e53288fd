package io.github.vaultrenderer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.vaultrenderer.redact.Sensitive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void readsEveryKindOfValue() throws IOException {
        Map<String, Object> object =
                read("{\"s\":\"\\u00e4\\n\",\"t\":true,\"f\":false,\"n\":null,\"o\":{\"l\":[1,\"2\",[]]},\"e\":{}}");

        assertThat(object)
                .containsEntry("s", "ä\n")
                .containsEntry("t", true)
                .containsEntry("f", false)
                .containsEntry("n", null)
                .containsEntry("o", Map.of("l", List.of(new JsonNumber("1"), "2", List.of())))
                .containsEntry("e", Map.of());
        assertThat(object.keySet()).containsExactly("s", "t", "f", "n", "o", "e");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "1.10",
                "1e3",
                "1E+03",
                "9223372036854775807",
                "9223372036854775808",
                "-1.0e-7",
                "3.141592653589793238462643383279"
            })
    void keepsTheDigitsOfANumber(String number) throws IOException {
        assertThat(read("{\"n\":" + number + "}").get("n")).hasToString(number);
        assertThat(new String(Json.bytes(read("{\"n\":" + number + "}")), StandardCharsets.UTF_8))
                .isEqualTo("{\"n\":" + number + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "[{}]", "null", "1", "\"text\""})
    void whatIsNoObjectIsAnEmptyOne(String text) throws IOException {
        assertThat(read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,}",
                "{\"a\":\"cut o",
                "{'a':1}",
                "{a:1}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{\"a\":tru}",
                "{\"a\":TRUE}",
                "{\"a\":\"\t\"}",
                "{\"a\"=1}",
                "{\"a\":1;\"b\":2}",
                "{/**/\"a\":1}",
                "<html>"
            })
    void whatIsNotJsonIsRefused(String text) {
        assertThatIOException().isThrownBy(() -> read(text));
    }

    @Test
    void goesOnlySoDeep() throws IOException {
        assertThat(read("{\"a\":" + "[".repeat(499) + "]".repeat(499) + "}")).hasSize(1);
        assertThatIOException().isThrownBy(() -> read("{\"a\":" + "[".repeat(500) + "]".repeat(500) + "}"));
    }

    @Test
    void writesEveryKindOfValue() throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("s", "ä\"\\\n<");
        object.put("secret", Sensitive.of("role\u2028"));
        object.put("n", 1.5);
        object.put("b", true);
        object.put("none", null);
        object.put("l", Arrays.asList("x", null, Map.of("k", 2L)));

        byte[] bytes = Json.bytes(object);

        assertThat(read(new String(bytes, StandardCharsets.UTF_8)))
                .containsEntry("s", "ä\"\\\n<")
                .containsEntry("secret", "role\u2028")
                .containsEntry("n", new JsonNumber("1.5"))
                .containsEntry("b", true)
                .containsEntry("none", null)
                .containsEntry("l", Arrays.asList("x", null, Map.of("k", new JsonNumber("2"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3600", "3600.9", "3.6009e3"})
    void aNumberIsALong(String text) {
        assertThat(new JsonNumber(text).longValue()).isEqualTo(3600);
    }

    private static Map<String, Object> read(String text) throws IOException {
        return Json.object(text.getBytes(StandardCharsets.UTF_8));
    }
}
