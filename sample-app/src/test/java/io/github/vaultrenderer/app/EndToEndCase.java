package io.github.vaultrenderer.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A run of consul-template, from one text file: a line that says what it shows, then sections, each headed by {@code --
 * name --}. {@code arguments} and {@code environment} have one a line; {@code verdict} says what is to come of it; all
 * others are files that are there before the run, with permissions behind the name where they matter, or an arrow and the
 * target of a link.
 *
 * @param name the file's name
 * @param sections the sections' texts by their headings
 */
record EndToEndCase(String name, Map<String, String> sections) {

    private static final Pattern HEADING = Pattern.compile("(?m)^-- (.+) --\\R");
    private static final List<String> OURS = List.of("arguments", "environment", "verdict");

    /** Those in a folder, in the order of their names. */
    static List<EndToEndCase> in(Path folder) {
        return sorted(folder).stream().map(EndToEndCase::read).toList();
    }

    private static EndToEndCase read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Map<String, String> sections = new LinkedHashMap<>();
        Matcher heading = HEADING.matcher(text);
        String last = "";
        int start = 0;
        while (heading.find()) {
            sections.put(last, text.substring(start, heading.start()));
            last = heading.group(1);
            start = heading.end();
        }
        sections.put(last, text.substring(start));
        return new EndToEndCase(String.valueOf(file.getFileName()).replace(".txt", ""), sections);
    }

    /**
     * Where a run takes place.
     *
     * @param work the folder of the run, {@code @WORK@}
     * @param address Vault's address, {@code @ADDRESS@}
     * @param identity the file with a pod's service-account token, {@code @IDENTITY@}
     * @param templates the folder of templates that {@code @TEMPLATES@} stands for, one {@code -template} each
     */
    record Place(Path work, String address, Path identity, Path templates) {

        String in(String text) {
            return text.replace("@WORK@", work.toString())
                    .replace("@ADDRESS@", address)
                    .replace("@IDENTITY@", identity.toString());
        }
    }

    /** Makes the run's folder as it is before the run. */
    void prepare(Place place) {
        try {
            Files.createDirectories(place.work().resolve("out"));
            for (Map.Entry<String, String> section : sections.entrySet()) {
                if (!section.getKey().isEmpty() && !OURS.contains(section.getKey())) {
                    make(place, section.getKey(), section.getValue());
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void make(Place place, String heading, String text) throws IOException {
        int space = heading.indexOf(' ');
        Path file = place.work().resolve(space < 0 ? heading : heading.substring(0, space));
        String kind = space < 0 ? "" : heading.substring(space + 1);
        Files.createDirectories(file.getParent());
        if (kind.startsWith("-> ")) {
            Files.createSymbolicLink(file, Path.of(kind.substring(3)));
            return;
        }
        Files.writeString(file, place.in(text));
        if (!kind.isEmpty()) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(kind));
        }
    }

    /** The arguments. */
    List<String> arguments(Place place) {
        List<String> arguments = new ArrayList<>();
        for (String argument : lines("arguments")) {
            if (argument.equals("@TEMPLATES@")) {
                for (Path template : sorted(place.templates())) {
                    String output = String.valueOf(template.getFileName()).replace(".ctmpl", "");
                    arguments.add("-template");
                    arguments.add(template + ":" + place.work().resolve("out").resolve(output));
                }
            } else {
                arguments.add(place.in(argument));
            }
        }
        return arguments;
    }

    /** The case's own environment on top of what all have; a name alone takes a variable away. */
    Map<String, String> environment(Map<String, String> shared, Place place) {
        Map<String, String> environment = new HashMap<>(shared);
        for (String line : lines("environment")) {
            String[] pair = place.in(line).split("=", 2);
            if (pair.length == 2) {
                environment.put(pair[0], pair[1]);
            } else {
                environment.remove(pair[0]);
            }
        }
        return environment;
    }

    /** What is to come of it. */
    EndToEndVerdict verdict() {
        return EndToEndVerdict.of(lines("verdict"));
    }

    @Override
    public String toString() {
        return name;
    }

    private List<String> lines(String section) {
        return sections.getOrDefault(section, "").lines().toList();
    }

    private static List<Path> sorted(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
