package io.github.vaultrenderer.template.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Asks consul-template's engine itself, so that the records cannot go stale. */
class ConsulTemplateConformanceIT {

    @Test
    void theRecordsAreWhatTheEngineSays() throws IOException {
        try (Oracle oracle = new Oracle()) {
            for (JsonNode each : ConformanceCases.recorded().toList()) {
                TemplateCase asked = TemplateCase.of(each);
                assertThat(ConformanceCases.Outcome.of(oracle.answer(asked)))
                        .as(asked.toString())
                        .isEqualTo(ConformanceCases.Outcome.of(each));
            }
        }
    }
}
