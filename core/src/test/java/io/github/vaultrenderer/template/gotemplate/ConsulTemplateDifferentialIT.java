package io.github.vaultrenderer.template.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.test.RealServers;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * Thousands of generated templates through consul-template's engine and through ours: the same bytes, or both an error. A
 * difference that is found here becomes a recorded case.
 */
class ConsulTemplateDifferentialIT {

    /** How many; a longer run sets more. Template n is the same in every run. */
    private static final int CASES = Integer.getInteger("vault-renderer.differential.cases", 2000);

    @Test
    void bothEnginesGiveTheSame() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(RealServers.variable("CTMPL_ORACLE_BIN")).start();
        List<String> differences = new ArrayList<>();
        try (BufferedWriter cases = process.outputWriter();
                BufferedReader results = process.inputReader()) {
            ObjectNode question = (ObjectNode) ConformanceCases.data();
            for (int seed = 0; seed < CASES; seed++) {
                String template = new TemplateGenerator(seed).template();
                question.put("template", template);
                cases.write(ConformanceCases.JSON.writeValueAsString(question));
                cases.newLine();
                cases.flush();
                ConformanceCases.Outcome theirs =
                        ConformanceCases.Outcome.of(ConformanceCases.JSON.readTree(results.readLine()));
                ConformanceCases.Outcome ours = ConformanceCases.ours(template);
                if (!ours.equals(theirs)) {
                    differences.add(template + "\n  theirs: " + theirs + "\n  ours:   " + ours);
                }
            }
        }
        assertThat(process.waitFor()).isZero();
        assertThat(differences).isEmpty();
    }
}
