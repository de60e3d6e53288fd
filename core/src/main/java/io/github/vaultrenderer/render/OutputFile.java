package io.github.vaultrenderer.render;

import io.github.vaultrenderer.redact.Sensitive;
import java.nio.file.Path;

/**
 * A file to be written.
 *
 * @param path where
 * @param content what
 * @param placement how it is put there
 */
public record OutputFile(Path path, Sensitive content, FilePlacement placement) {

    /** A file with these permissions, for whoever runs the renderer. */
    public OutputFile(Path path, Sensitive content, FileMode mode) {
        this(path, content, FilePlacement.OWNER_ONLY.with(mode));
    }
}
