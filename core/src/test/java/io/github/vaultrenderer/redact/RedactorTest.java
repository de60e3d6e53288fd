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
