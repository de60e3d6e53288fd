package io.github.vaultrenderer.app.settings.consultemplate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.FileSystemUtils;

/** The verdicts that consul-template 0.41.1 gave, in {@code verdicts.tsv}; its main method asks for them anew. */
final class RecordedVerdicts {

    private RecordedVerdicts() {}

    /** The lines of a table by their first column. */
    static Map<String, String> read(String resource) throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        try (InputStream stream = Objects.requireNonNull(RecordedVerdicts.class.getResourceAsStream(resource))) {
            for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                int tab = line.indexOf('\t');
                if (tab > 0 && !line.startsWith("#")) {
                    rows.put(line.substring(0, tab), line.substring(tab + 1));
                }
            }
        }
        return rows;
    }

    /** One row: what a case comes to, with the case's folder named as in the case. */
    static String row(Verdict verdict, Path folder) {
        return verdict.line().replace(folder.toString(), ConfigCase.FOLDER);
    }

    /**
     * Asks the program for every verdict.
     *
     * @param arguments the program, and the file to write
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        RealConsulTemplate program = new RealConsulTemplate(arguments[0]);
        List<String> lines = new ArrayList<>();
        lines.add("# consul-template 0.41.1: case, exit code, final configuration");
        for (ConfigCase each : ConfigCase.all("cases.txt")) {
            Path folder = Files.createTempDirectory("case");
            try {
                Verdict verdict = program.verdict(each.in(folder).checked(), folder);
                lines.add(each.name() + "\t" + row(verdict, folder));
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        }
        Files.write(Path.of(arguments[1]), lines);
    }
}
