package io.github.vaultrenderer.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The other programs: by an environment variable ({@code VAULT_BIN}), or on the PATH. */
final class Peers {

    private Peers() {}

    /** A program's file; empty when this machine has none. */
    static Optional<Path> find(String name) {
        String variable = name.toUpperCase(Locale.ROOT).replace('-', '_') + "_BIN";
        Stream<Path> named = Stream.ofNullable(environment(variable)).map(Path::of);
        Stream<Path> path = Arrays.stream(String.valueOf(environment("PATH")).split(File.pathSeparator))
                .map(folder -> Path.of(folder, name));
        return Stream.concat(named, path).filter(Files::isExecutable).findFirst();
    }

    /** The first line of what a program says of itself. */
    static String version(Path program, String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = program.toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String line = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
            process.waitFor();
            return line;
        } catch (IOException | InterruptedException failure) {
            return "unknown";
        }
    }

    private static @Nullable String environment(String name) {
        return System.getenv(name);
    }
}
