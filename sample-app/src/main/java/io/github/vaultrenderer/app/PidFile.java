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

    /** A file that could not be written. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(String message) {
            super(message);
        }
    }

    /**
     * Writes it.
     *
     * @throws Failed when that is not possible
     */
    static PidFile write(Path path) {
        try {
            Files.write(path, String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII));
            return new PidFile(path);
        } catch (IOException failure) {
            throw new Failed("cannot write the pid file " + path + " ("
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
