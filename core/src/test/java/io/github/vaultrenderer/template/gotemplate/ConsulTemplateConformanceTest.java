package io.github.vaultrenderer.template.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Renders every case as consul-template's engine did when it was recorded: the same bytes, or an error at the same node. */
class ConsulTemplateConformanceTest {

    /** Cases are added, never dropped. */
    private static final int AT_LEAST = 8_900;

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
        TemplateCase each = TemplateCase.of(recorded);
        Optional<Difference> difference = Difference.between(recorded, ConformanceCases.answer(each));

        assertThat(difference.filter(found -> !found.isExplained(each.template())))
                .as(each.toString())
                .isEmpty();
    }
}
