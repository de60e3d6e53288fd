package io.github.vaultrenderer.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Everything below a folder at one moment.
 *
 * @param entries by relative path: kind, permissions, and the content of a file or the target of a link
 */
record FileTree(SortedMap<String, String> entries) {

    /** Nanoseconds, which consul-template puts into the names of log files. */
    private static final Pattern TIME = Pattern.compile("-\\d{19}");

    static FileTree of(Path folder) {
        SortedMap<String, String> entries = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.skip(1).toList()) {
                entries.put(TIME.matcher(folder.relativize(path).toString()).replaceAll("-TIME"), describe(path));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new FileTree(entries);
    }

    private static String describe(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return "link to " + Files.readSymbolicLink(path);
        }
        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
        return Files.isDirectory(path)
                ? "folder " + mode
                // One character a byte: the files need not be texts.
                : "file " + mode + "\n" + new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
    }
}
