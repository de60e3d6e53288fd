package io.github.vaultrenderer.app.settings.consultemplate;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a program makes of what it is told.
 *
 * @param exit the exit code
 * @param values the settings by path, with every default; empty when it does not say
 */
record Verdict(int exit, Map<String, String> values) {

    /** The runner's own failures, after all settings were found right. */
    static final int RUNNER = 14;

    Verdict {
        values = new TreeMap<>(values);
    }

    /** One line of a table. */
    String line() {
        StringBuilder line = new StringBuilder().append(exit);
        values.forEach((path, value) -> line.append('\t')
                .append(path)
                .append('=')
                .append(value.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")));
        return line.toString();
    }
}
