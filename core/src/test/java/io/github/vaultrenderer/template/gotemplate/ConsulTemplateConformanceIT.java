package io.github.vaultrenderer.template.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.test.RealServers;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks consul-template's engine itself, so that the records cannot go stale. */
class ConsulTemplateConformanceIT {

    @Test
    void theRecordsAreWhatTheEngineSays() throws IOException, InterruptedException {
        String oracle = RealServers.variable("CTMPL_ORACLE_BIN");
        Process process = new ProcessBuilder(oracle).start();
        List<JsonNode> recorded = ConformanceCases.recorded().toList();
        try (BufferedWriter cases = process.outputWriter();
                BufferedReader results = process.inputReader()) {
            for (JsonNode each : recorded) {
                ObjectNode question = (ObjectNode) ConformanceCases.data();
                question.set("template", each.get("template"));
                cases.write(ConformanceCases.JSON.writeValueAsString(question));
                cases.newLine();
                cases.flush();
                JsonNode answer = ConformanceCases.JSON.readTree(results.readLine());
                assertThat(ConformanceCases.Outcome.of(answer))
                        .as(each.get("template").asString())
                        .isEqualTo(ConformanceCases.Outcome.of(each));
            }
        }
        assertThat(process.waitFor()).isZero();
    }
}
