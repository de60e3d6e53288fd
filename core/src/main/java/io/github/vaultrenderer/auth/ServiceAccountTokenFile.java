package io.github.vaultrenderer.auth;

import io.github.vaultrenderer.redact.Sensitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The service-account token that the kubelet puts in a file. Opened by path each time: it is a symbolic link that the
 * kubelet turns to a new token.
 *
 * @param path the file; {@link #DEFAULT_PATH} where Kubernetes mounts it by itself
 * @see <a href="https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#launch-a-pod-using-service-account-token-projection">
 *     Service account token volume projection</a>
 */
public record ServiceAccountTokenFile(Path path) implements PodIdentity {

    /** Where Kubernetes mounts a pod's token unless told otherwise. */
    public static final Path DEFAULT_PATH = Path.of("/var/run/secrets/kubernetes.io/serviceaccount/token");

    @Override
    public Sensitive token() {
        String token = read().strip();
        if (token.isEmpty()) {
            throw LoginException.identity(
                    "the service-account token file " + path + " is empty",
                    "Check what writes it: the kubelet never leaves a projected token empty.");
        }
        return Sensitive.of(token);
    }

    private String read() {
        try {
            return Files.readString(path);
        } catch (NoSuchFileException absent) {
            throw LoginException.identity(
                    "there is no service-account token in " + path,
                    "Let the pod mount one (automountServiceAccountToken: true, or a projected volume), or set"
                            + " SERVICE_ACCOUNT_PATH to where it is.");
        } catch (IOException unreadable) {
            throw LoginException.identity(
                    "cannot read the service-account token in " + path + " ("
                            + unreadable.getClass().getSimpleName() + ")",
                    "Let the container's user read it: set securityContext.fsGroup, or run as the user that owns it.");
        }
    }
}
