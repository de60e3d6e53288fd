package io.github.vaultrenderer.template.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Renders every case as consul-template's engine did when it was recorded. */
class ConsulTemplateConformanceTest {

    /** Cases are added, never dropped. */
    private static final int AT_LEAST = 8_450;

    static java.util.stream.Stream<JsonNode> cases() {
        return ConformanceCases.recorded();
    }

    @Test
    void hasAllCases() {
        assertThat(ConformanceCases.recorded()).hasSizeGreaterThanOrEqualTo(AT_LEAST);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rendersAsConsulTemplate(JsonNode recorded) {
        assertThat(ConformanceCases.ours(recorded.get("template").asString()))
                .isEqualTo(ConformanceCases.Outcome.of(recorded));
    }
}
