package io.github.vaultrenderer.template.gotemplate.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Formats three times as Go did when the file was recorded. */
class GoTimeLayoutTest {

    private static final List<Instant> TIMES = List.of(
            Instant.parse("2026-02-03T14:05:09.120450Z"),
            Instant.parse("2024-12-31T00:59:58Z"),
            Instant.parse("0987-11-09T12:00:00.999999999Z"));

    static Stream<JsonNode> layouts() throws IOException {
        try (InputStream stream = GoTimeLayoutTest.class.getResourceAsStream("/conformance/time-layouts.json")) {
            return new JsonMapper()
                    .readTree(Objects.requireNonNull(stream).readAllBytes())
                    .valueStream();
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void formatsAsGo(JsonNode row) {
        String layout = GoText.encode(row.get("layout").asString());
        assertThat(TIMES.stream()
                        .map(time -> GoText.decode(GoTimeLayout.format(layout, time)))
                        .toList())
                .isEqualTo(
                        row.get("outputs").valueStream().map(JsonNode::asString).toList());
    }
}
