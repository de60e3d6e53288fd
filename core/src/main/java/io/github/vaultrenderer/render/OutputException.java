package io.github.vaultrenderer.render;

import io.github.vaultrenderer.failure.FailureKind;
import io.github.vaultrenderer.failure.RendererException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.Locale;

/** A file that could not be written; the message names it. */
public final class OutputException extends RendererException {

    private static final long serialVersionUID = 1L;

    private OutputException(String message, String action) {
        super(FailureKind.OUTPUT, message, action);
    }

    static OutputException isFolder(Path path) {
        return new OutputException(
                "cannot write " + path + ": it is a folder",
                "Name a file as the destination, not the folder that it belongs in.");
    }

    static OutputException noDestination() {
        return new OutputException(
                "missing destination: a template has no file to be rendered to",
                "Name one in the template's destination.");
    }

    static OutputException noFolder(Path path, Path folder) {
        return new OutputException(
                "cannot write " + path + ": parent directory is missing",
                "Mount a volume at " + folder + ", or let missing folders be made (create_dest_dirs, create-folders).");
    }

    static OutputException notGiven(Path path, FileOwner owner, IOException failure) {
        String whom = owner.user() + ":" + owner.group();
        if (failure instanceof UserPrincipalNotFoundException) {
            return new OutputException(
                    "cannot give " + path + " to " + whom + ": there is no user or group of that name",
                    "Write the numeric id: the container knows the names in its own /etc/passwd and /etc/group only.");
        }
        return new OutputException(
                "cannot give " + path + " to " + whom + ": " + reason(failure),
                "Run the container as that user, set securityContext.fsGroup, or let it have the capability CHOWN.");
    }

    static OutputException unwritable(Path path, IOException failure) {
        String reason = reason(failure);
        return new OutputException("cannot write " + path + ": " + reason, action(path, failure, reason));
    }

    @Override
    protected RendererException copy(String message, String action) {
        return new OutputException(message, action);
    }

    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason().toLowerCase(Locale.ROOT);
        }
        return failure.getClass().getSimpleName();
    }

    private static String action(Path path, IOException failure, String reason) {
        if (failure instanceof AccessDeniedException) {
            return "Let the container's user write to " + path.toAbsolutePath().getParent()
                    + ": mount an emptyDir there, or set securityContext.fsGroup.";
        }
        if (reason.contains("read-only")) {
            return "Mount a writable volume, such as an in-memory emptyDir, at "
                    + path.toAbsolutePath().getParent() + ".";
        }
        if (reason.contains("no space")) {
            return "Raise the volume's sizeLimit, or the container's memory limit if it is in memory.";
        }
        return "Check the volume that is mounted there.";
    }
}
