package io.github.vaultrenderer.app.settings.consultemplate;

import io.github.vaultrenderer.failure.ConfigurationException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that {@code -config} names: a file, or every file in a folder and below it, in the order of their names.
 *
 * <p>A folder that Kubernetes mounts from a ConfigMap holds its files as links into a folder whose name begins with two
 * points. Those, and links to folders, are passed over. consul-template fails on them.
 */
final class ConfigPaths {

    private ConfigPaths() {}

    /**
     * Reads what a path names.
     *
     * @throws ConfigurationException when it is not there, cannot be read, or is no configuration
     */
    static List<Layer> read(String path) {
        List<Path> files = new ArrayList<>();
        try {
            Path root = Path.of(path);
            if (path.isEmpty() || !Files.exists(root)) {
                throw new ConfigurationException(
                        "-config: there is no file or folder \"" + path + "\"", "Correct the path, or mount the file.");
            }
            collect(root, files);
        } catch (InvalidPathException | IOException wrong) {
            throw new ConfigurationException(
                    "-config: the folder \"" + path + "\" cannot be listed", "Check its path and permissions.");
        }
        List<Layer> layers = new ArrayList<>();
        for (Path file : files) {
            layers.add(new LayerReader(file.toString()).read(bytes(file)));
        }
        return layers;
    }

    private static void collect(Path path, List<Path> files) throws IOException {
        if (!Files.isDirectory(path)) {
            files.add(path);
            return;
        }
        List<Path> inside = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            for (Path entry : entries) {
                inside.add(entry);
            }
        }
        inside.sort(null);
        for (Path entry : inside) {
            boolean linkedFolder = Files.isDirectory(entry) && !Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
            if (!linkedFolder && !entry.getFileName().toString().startsWith("..")) {
                collect(entry, files);
            }
        }
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.isRegularFile(file)) {
                return Files.readAllBytes(file);
            }
        } catch (IOException unreadable) {
            // Told below.
        }
        throw new ConfigurationException(
                "-config: \"" + file + "\" is no file that can be read",
                "Check its permissions and the user that the container runs as.");
    }
}
