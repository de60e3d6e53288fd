package io.github.vaultrenderer.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The copy that is kept of a file before it is replaced: a second name of the same inode, so that no byte is copied. The
 * copy of the time before stands aside until the new one is there.
 *
 * @param original the file
 * @param backup {@code <name>.bak}
 * @param previous {@code <name>.old.bak}
 * @see <a href="https://github.com/hashicorp/consul-template/blob/main/renderer/renderer.go">consul-template,
 *     AtomicWrite</a>
 */
record BackupFile(Path original, Path backup, Path previous) {

    private static final Log LOG = LogFactory.getLog(BackupFile.class);

    static BackupFile of(Path original) {
        Path name = original.getFileName();
        return new BackupFile(
                original, original.resolveSibling(name + ".bak"), original.resolveSibling(name + ".old.bak"));
    }

    /** Keeps it. A file system without hard links keeps none, with a word: the new file matters more. */
    void keep() throws IOException {
        if (Files.exists(backup)) {
            Files.move(backup, previous, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        try {
            Files.createLink(backup, original);
            Files.deleteIfExists(previous);
        } catch (NoSuchFileException nothingToKeep) {
            LOG.debug("there is no " + original + " to keep yet");
        } catch (IOException | UnsupportedOperationException failure) {
            LOG.warn("no backup of " + original + " can be made: "
                    + failure.getClass().getSimpleName());
        }
    }
}
