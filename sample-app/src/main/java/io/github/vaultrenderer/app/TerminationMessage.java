package io.github.vaultrenderer.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The reason of a failure where {@code kubectl describe pod} shows it.
 *
 * @param path the file that the kubelet reads; nothing is written where it is not there
 * @see <a href="https://kubernetes.io/docs/tasks/debug/debug-application/determine-reason-pod-failure/">Determine the
 *     reason for pod failure</a>
 */
record TerminationMessage(Path path) {

    /** Where the kubelet reads it unless the pod says otherwise. */
    static final Path DEFAULT_PATH = Path.of("/dev/termination-log");

    /** What the kubelet takes at the most, in bytes. */
    private static final int LONGEST = 4096;

    void write(String message) {
        // The kubelet mounts the file; elsewhere it must not be made, /dev least of all.
        if (!Files.isWritable(path)) {
            return;
        }
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        try {
            Files.write(
                    path,
                    bytes.length > LONGEST ? Arrays.copyOf(bytes, LONGEST) : bytes,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException unwritable) {
            // The line is on standard error as well.
            return;
        }
    }
}
