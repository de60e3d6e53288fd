package io.github.vaultrenderer.app.settings.consultemplate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.test.RealServers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The recorded verdicts are those that consul-template gives. */
class ConfigVerdictsIT {

    @TempDir
    private Path folder;

    static List<ConfigCase> cases() throws IOException {
        return ConfigCase.all("cases.txt");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void areConsulTemplatesOwn(ConfigCase each) throws IOException, InterruptedException {
        RealConsulTemplate program = new RealConsulTemplate(RealServers.variable("CONSUL_TEMPLATE_BIN"));
        Verdict verdict = program.verdict(each.in(folder).checked(), folder);
        assertThat(RecordedVerdicts.row(verdict, folder))
                .isEqualTo(RecordedVerdicts.read("verdicts.tsv").get(each.name()));
    }
}
