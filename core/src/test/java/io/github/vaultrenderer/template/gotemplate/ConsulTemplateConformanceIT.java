package io.github.vaultrenderer.template.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
        String oracle = System.getenv("CTMPL_ORACLE_BIN");
        if (!Boolean.getBoolean("vault-renderer.real-servers.required")) {
            assumeTrue(oracle != null, "skipped: CTMPL_ORACLE_BIN names no consul-template engine");
        }
        assertThat(oracle).as("CTMPL_ORACLE_BIN").isNotNull();

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
