package io.github.vaultrenderer.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    @Test
    void findsLeavesAtAnyDepth() {
        Redactor redactor =
                Redactor.of(List.of(Map.of("data", Map.of("list", List.of("hunter2", Map.of("n", 424242))))));

        assertThat(redactor.redact("parsing \"hunter2\" and 424242: invalid"))
                .isEqualTo("parsing \"[redacted]\" and [redacted]: invalid");
    }

    @Test
    void findsEachLineOfAValue() {
        Redactor redactor = Redactor.of(List.of("-----BEGIN-----\nMIIBsecret\n-----END-----\n"));

        assertThat(redactor.redact("line MIIBsecret is bad")).isEqualTo("line [redacted] is bad");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    e  | element e is not here   | element [redacted] is not here
                    12 | line 12, column 123     | line [redacted], column 123
                    ab | "ab" or cab             | "[redacted]" or cab
                    """)
    void takesShortValuesAsWholeWordsOnly(String value, String text, String clean) {
        assertThat(Redactor.of(List.of(value)).redact(text)).isEqualTo(clean);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\"b<c>&'d\\é\n\u0001😀 e",
                "a\\\"b<c>\\u0026'd\\\\\\u00e9\\n\\u0001\\ud83d\\ude00 e",
                "a\\\\\\\"b\\u003Cc\\u003e\\u0026\\'d\\\\é\\u000a\\x01\\U0001f600 e",
                "a%22b%3Cc%3E%26'd%5C%C3%A9%0A%01%F0%9F%98%80+e",
                "a%22b%3cc%3e%26%27d%5c%c3%a9%0a%01%f0%9f%98%80%20e",
                "a&#34;b&lt;c&gt;&amp;&#39;d\\&#233;\n\u0001&#128512; e",
                "a&quot;b&lt;c&gt;&amp;&apos;d\\é\n\u0001😀 e",
                "a\\\"b\\lc\\g&\\'d\\\\\\xc3\\xa9\\n\\x01\\xf0\\x9f\\x98\\x80 e"
            })
    void seesThroughEscapes(String escaped) {
        Redactor redactor = Redactor.of(List.of("a\"b<c>&'d\\é\n\u0001😀 e"));

        assertThat(redactor.redact("<" + escaped + ">")).isEqualTo("<[redacted]>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0123456789abcdefghij | at <0123456789abcdef...> | at <[redacted]...>
                    0123456789abcdefghij | at <0123456789...>       | at <[redacted]...>
                    0123456789abcdefghij | at <012345678...>        | at <012345678...>
                    01234567             | at <0123456...>          | at <0123456...>
                    """)
    void findsTheTellingPartOfAValueThatIsCutOff(String value, String text, String clean) {
        assertThat(Redactor.of(List.of(value)).redact(text)).isEqualTo(clean);
    }

    @Test
    void seesThroughSensitive() {
        Redactor redactor = Redactor.of(List.of(Sensitive.of("s.token123")));

        assertThat(redactor.redact("403 for s.token123")).isEqualTo("403 for [redacted]");
    }

    @Property(tries = 500)
    void leavesNoFormOfALongValue(@ForAll @StringLength(min = 4, max = 40) String value) {
        String json = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        String base64 = Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
        String url = URLEncoder.encode(value, StandardCharsets.UTF_8);
        String clean = Redactor.of(List.of(value)).redact("<" + value + "|" + base64 + "|" + url + "|" + json + ">");

        if (!value.isBlank()) {
            assertThat(clean.replace(Redactor.MARK, "")).doesNotContain(value).doesNotContain(base64);
        }
    }
}
