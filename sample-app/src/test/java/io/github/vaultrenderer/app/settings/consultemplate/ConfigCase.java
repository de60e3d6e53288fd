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

/**
 * What a program is told: its arguments, its environment, and the files in its folder, which is called {@code @DIR@}.
 *
 * @param name what it is about
 * @param arguments divided at blanks outside of quotes
 * @param environment all variables but {@code HOME}
 * @param files by path
 */
record ConfigCase(String name, List<String> arguments, Map<String, String> environment, Map<String, String> files) {

    static final String FOLDER = "@DIR@";

    @Override
    public String toString() {
        return name;
    }

    /** The cases of a resource: {@code ### name}, {@code args:}, {@code env:}, {@code --- path} and the lines of a file. */
    static List<ConfigCase> all(String resource) throws IOException {
        List<ConfigCase> cases = new ArrayList<>();
        try (InputStream stream = Objects.requireNonNull(ConfigCase.class.getResourceAsStream(resource))) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            for (String each : text.substring("### ".length()).split("\n### ", -1)) {
                cases.add(parse(each));
            }
        }
        return cases;
    }

    private static ConfigCase parse(String text) {
        String[] lines = text.split("\n", -1);
        List<String> arguments = new ArrayList<>();
        Map<String, String> environment = new LinkedHashMap<>();
        Map<String, String> files = new LinkedHashMap<>();
        String file = "";
        for (String line : List.of(lines).subList(1, lines.length)) {
            if (line.startsWith("--- ")) {
                file = line.substring("--- ".length());
                files.put(file, "");
            } else if (!file.isEmpty()) {
                files.merge(file, line + "\n", String::concat);
            } else if (line.startsWith("args: ")) {
                arguments.addAll(words(line.substring("args: ".length())));
            } else if (line.startsWith("env: ")) {
                String variable = line.substring("env: ".length());
                int equals = variable.indexOf('=');
                environment.put(variable.substring(0, equals), variable.substring(equals + 1));
            }
        }
        return new ConfigCase(lines[0], arguments, environment, files);
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean begun = false;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '"') {
                quoted = !quoted;
                begun = true;
            } else if (character == ' ' && !quoted) {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(character);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }

    /** Leaves the files in a folder, and names it wherever it is named. */
    ConfigCase in(Path folder) throws IOException {
        Map<String, String> written = new LinkedHashMap<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            written.put(file.getKey(), file.getValue().replace(FOLDER, folder.toString()));
            Files.writeString(path, written.get(file.getKey()));
        }
        Map<String, String> variables = new LinkedHashMap<>(Map.of("HOME", "/nonexistent"));
        environment.forEach((variable, value) -> variables.put(variable, value.replace(FOLDER, folder.toString())));
        List<String> all = new ArrayList<>();
        arguments.forEach(argument -> all.add(argument.replace(FOLDER, folder.toString())));
        return new ConfigCase(name, all, variables, written);
    }

    /** The same, asking for no more than a check where it would stay or write. */
    ConfigCase checked() {
        List<String> all = new ArrayList<>();
        if (!arguments.contains("-once") && !arguments.contains("-version")) {
            all.add("-parse-only");
        }
        all.add("-dry");
        if (!arguments.contains("-version")) {
            all.add("-log-level=debug");
        }
        all.addAll(arguments);
        return new ConfigCase(name, all, environment, files);
    }
}
