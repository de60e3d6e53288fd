package io.github.vaultrenderer.app.settings.consultemplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case of {@code cases.txt} comes to what it came to with consul-template, or to what {@code deviations.tsv} says. */
class ConfigVerdictsTest {

    private static final int CASES = 190;

    @TempDir
    private Path folder;

    static List<ConfigCase> cases() throws IOException {
        return ConfigCase.all("cases.txt");
    }

    @Test
    void hasAVerdictForEachCase() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(CASES);
        List<String> names = new ArrayList<>();
        cases().forEach(each -> names.add(each.name()));
        assertThat(RecordedVerdicts.read("verdicts.tsv").keySet()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(names).containsAll(RecordedVerdicts.read("deviations.tsv").keySet());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void comesToTheSame(ConfigCase each) throws IOException {
        String recorded = RecordedVerdicts.read("verdicts.tsv").getOrDefault(each.name(), "");
        String deviation = RecordedVerdicts.read("deviations.tsv").get(each.name());
        String ours = RecordedVerdicts.row(OurVerdict.of(each.in(folder).checked()), folder);
        if (deviation != null) {
            assertThat(ours).isNotEqualTo(recorded).startsWith(deviation.substring(0, deviation.indexOf('\t')));
        } else {
            assertThat(accepted(ours, recorded)).containsExactly(accepted(recorded, ours));
        }
    }

    /** The columns of a row; with 0 for a failure after all settings were found right, and without values if the other has none. */
    private static String[] accepted(String row, String other) {
        String[] columns = row.split("\t", -1);
        if (columns[0].equals(String.valueOf(Verdict.RUNNER))) {
            columns[0] = "0";
        }
        return other.contains("\t") ? columns : new String[] {columns[0]};
    }

    @Test
    void deviationsHaveReasons() throws IOException {
        for (Map.Entry<String, String> each :
                RecordedVerdicts.read("deviations.tsv").entrySet()) {
            assertThat(each.getValue().split("\t", -1)).hasSizeGreaterThanOrEqualTo(2);
        }
    }
}
