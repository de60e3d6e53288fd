package io.github.vaultrenderer.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder for what a scenario needs; gone with it. In memory, as a pod's volumes are, where Linux has a place for that. */
final class Folder implements AutoCloseable {

    private static final Path MEMORY = Path.of("/dev/shm");

    private final Path path;

    Folder() {
        try {
            path = Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, "benchmark")
                    : Files.createTempDirectory("benchmark");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    Path path() {
        return path;
    }

    Path write(String name, String text) {
        try {
            return Files.writeString(path.resolve(name), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Takes a file's text and the file itself away, so that the next contestant has to write it again. */
    String take(String name) {
        try {
            String text = Files.readString(path.resolve(name));
            Files.delete(path.resolve(name));
            return text;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
