package io.github.vaultrenderer.app.settings.consultemplate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.test.RealServers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hundreds of made-up files through consul-template and through us: the same settings in the end, or both an error. A
 * difference that is found here becomes a case of {@code cases.txt}.
 */
class ConfigDifferentialIT {

    /** How many; a longer run sets more. File n is the same in every run. */
    private static final int CASES = Integer.getInteger("vault-renderer.differential.cases", 400);

    /** With these, neither a certificate is loaded nor a login tried before the settings are told. */
    private static final List<String> ARGUMENTS =
            List.of("-vault-ssl=false", "-vault-token=s.t", "-config", ConfigCase.FOLDER + "/a.hcl");

    @TempDir
    private Path folder;

    @Test
    void bothComeToTheSame() throws IOException, InterruptedException {
        RealConsulTemplate program = new RealConsulTemplate(RealServers.variable("CONSUL_TEMPLATE_BIN"));
        List<String> differences = new ArrayList<>();
        int accepted = 0;
        for (int seed = 0; seed < CASES; seed++) {
            String file = new ConfigGenerator(seed).file();
            ConfigCase each = new ConfigCase("file " + seed, ARGUMENTS, Map.of(), Map.of("a.hcl", file))
                    .in(folder)
                    .checked();
            Verdict theirs = program.verdict(each, folder);
            Verdict ours = OurVerdict.of(each);
            accepted += ours.exit() == 0 ? 1 : 0;
            if (!agree(ours, theirs)) {
                differences.add(file + "\n  theirs, not ours: " + difference(theirs, ours) + "\n  ours, not theirs: "
                        + difference(ours, theirs));
            }
        }
        assertThat(differences).isEmpty();
        // Neither were all files wrong, nor all right.
        assertThat(accepted).isBetween(CASES / 4, CASES * 9 / 10);
    }

    private static boolean agree(Verdict ours, Verdict theirs) {
        if (theirs.exit() == Verdict.RUNNER && hasEmptyTemplate(theirs.values())) {
            // What deviations.tsv has as "template: neither".
            return ours.exit() == OurVerdict.CONFIGURATION;
        }
        int exit = theirs.exit() == Verdict.RUNNER ? 0 : theirs.exit();
        return ours.exit() == exit
                && (theirs.values().isEmpty() || ours.values().equals(theirs.values()));
    }

    private static boolean hasEmptyTemplate(Map<String, String> values) {
        return values.keySet().stream()
                .filter(path -> path.endsWith(".Contents"))
                .anyMatch(path -> values.getOrDefault(path, "").isEmpty());
    }

    private static String difference(Verdict one, Verdict other) {
        Map<String, String> values = new TreeMap<>(one.values());
        values.entrySet().removeAll(other.values().entrySet());
        return one.exit() + " " + values;
    }
}
