package io.github.vaultrenderer.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file with the number of our process, there while it runs.
 *
 * @param path where
 */
record PidFile(Path path) implements AutoCloseable {

    /**
     * Writes it.
     *
     * @throws RunFailed when that is not possible
     */
    static PidFile write(Path path) {
        try {
            Files.write(path, String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII));
            return new PidFile(path);
        } catch (IOException failure) {
            throw new RunFailed("cannot write the pid file " + path + " ("
                    + failure.getClass().getSimpleName()
                    + "). Name a file in a folder that is there and can be written to");
        }
    }

    /** Removes it; also after a failure, where the original leaves it behind. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException leftBehind) {
            // It names a process that is about to be gone, which who reads it has to reckon with anyway.
            return;
        }
    }
}
