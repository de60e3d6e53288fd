package io.github.vaultrenderer.app.settings;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Boot's configuration files: {@code application.yaml} and its like in the working folder or in {@code config} below it,
 * and whatever {@code spring.*} settings name. To look for them Boot's way takes a fifth of a short run, so nobody looks
 * where nothing can be.
 */
final class ConfigFiles {

    private ConfigFiles() {}

    /** Whether there can be one, or anything else that only Boot's own search finds. */
    static boolean mayBe(List<String> arguments, Map<String, String> variables, Path folder) {
        return arguments.stream().anyMatch(argument -> argument.startsWith("--spring."))
                || variables.keySet().stream()
                        .anyMatch(name -> name.startsWith("SPRING_") || name.startsWith("spring."))
                || System.getProperties().stringPropertyNames().stream().anyMatch(name -> name.startsWith("spring."))
                || Files.exists(folder.resolve("config"))
                || hasApplicationFile(folder);
    }

    private static boolean hasApplicationFile(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "application*")) {
            return files.iterator().hasNext();
        } catch (IOException unreadable) {
            // Boot knows the names and does not have to list the folder.
            return true;
        }
    }
}
