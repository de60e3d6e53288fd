package io.github.vaultrenderer.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The program as the image starts it, with the image's own runtime, options and archive of classes, without a container:
 * its files are where the image's build left them.
 */
final class OurProgram {

    private final Path image;
    private final Path root;
    private final Path jars;

    /** @param project the project's folder, after the image was built in it */
    OurProgram(Path project) {
        this.image = project.resolve("sample-app/target/image/app");
        // Its copies have the image's file times, without which Java does not use the archive.
        this.root = project.resolve("sample-app/target/image-training");
        this.jars = root.resolve("app");
        if (!Files.exists(image.resolve("launch.args"))) {
            throw new IllegalStateException("the image has to be built before: mvn -Pimage,benchmarks verify");
        }
    }

    /** The folder that stands for the image's root, where a container runs: the archive's paths begin there. */
    Path root() {
        return root;
    }

    /** The command for one of the program's names. */
    List<String> command(String name, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(image.resolve("java/bin/java").toString());
        try {
            for (String line : Files.readAllLines(image.resolve("launch.args"))) {
                command.add(line.replace("/app/classes.jsa", image + "/classes.jsa")
                        .replace("/app/java/", image + "/java/")
                        .replace("/app/program.jar", jars + "/program.jar")
                        .replace("/app/libraries.jar", jars + "/libraries.jar"));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        command.add(name);
        command.addAll(List.of(arguments));
        return command;
    }
}
