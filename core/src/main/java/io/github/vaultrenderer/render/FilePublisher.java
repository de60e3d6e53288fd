package io.github.vaultrenderer.render;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Puts complete files where readers find them. */
@FunctionalInterface
public interface FilePublisher {

    /**
     * Publishes all files, or none.
     *
     * @return the paths whose content or permissions changed
     * @throws OutputException when a file cannot be written; what stood there before still does
     */
    Set<Path> publish(List<OutputFile> files);

    /**
     * Looks at a destination before anything is rendered for it: a secret that is made for a file that cannot be would
     * be made in vain.
     *
     * @throws OutputException when no file can be published there, whatever is in it
     */
    default void check(Path destination) {}
}
