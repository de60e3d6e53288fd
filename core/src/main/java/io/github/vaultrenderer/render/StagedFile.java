package io.github.vaultrenderer.render;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * A file that is complete beside its destination: written where only its owner could read it, then given to whom it is
 * for, with its permissions, and synced.
 *
 * @param file what it is
 * @param temporary where it stands until it is moved
 */
record StagedFile(OutputFile file, Path temporary) {

    private static final Log LOG = LogFactory.getLog(StagedFile.class);

    private static final Set<PosixFilePermission> FOLDER_MODE = new FileMode(0755).permissions();

    /**
     * Writes it.
     *
     * @throws OutputException when that is not possible; nothing is left behind
     */
    static StagedFile of(OutputFile file) {
        if (file.path().toString().isEmpty()) {
            throw OutputException.noDestination();
        }
        Path path = file.path().toAbsolutePath();
        try {
            Path folder = parent(path);
            makeFolder(file, folder);
            Path temporary = Files.createTempFile(
                    folder,
                    "." + path.getFileName() + ".",
                    ".tmp",
                    PosixFilePermissions.asFileAttribute(FileMode.OWNER_ONLY.permissions()));
            StagedFile staged = new StagedFile(file, temporary);
            try {
                staged.write();
                return staged;
            } catch (IOException | OutputException failure) {
                staged.discard();
                throw failure;
            }
        } catch (IOException failure) {
            throw OutputException.unwritable(file.path(), failure);
        }
    }

    /** Puts it in its place, where a reader sees the old file or this one. */
    void move() {
        Path destination = file.path();
        try {
            if (file.placement().backup()) {
                BackupFile.of(destination).keep();
            }
            Files.move(temporary, destination, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw OutputException.unwritable(destination, failure);
        }
    }

    /** Removes what is still there after a failure; after a success, nothing is. */
    void discard() {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException leftBehind) {
            // The failure that brought us here is the one to tell; the file is empty or readable by its owner only.
            return;
        }
    }

    private void write() throws IOException {
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(file.content().bytes());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            PosixFileAttributes replaced = replaced();
            giveAway(replaced);
            // Set explicitly: the umask would take bits off a mode given at creation, and a change of owner some too.
            Files.setPosixFilePermissions(temporary, permissions(replaced));
            channel.force(true);
        }
    }

    /** What the file that is replaced has to pass on; {@code null} when there is none, or it is not asked. */
    private @Nullable PosixFileAttributes replaced() throws IOException {
        if (file.placement().inherited() == FilePlacement.Inherited.NOTHING || !Files.exists(file.path())) {
            return null;
        }
        return Files.readAttributes(file.path(), PosixFileAttributes.class);
    }

    private Set<PosixFilePermission> permissions(@Nullable PosixFileAttributes replaced) {
        return replaced != null && file.placement().inherited() == FilePlacement.Inherited.OWNER_AND_MODE
                ? replaced.permissions()
                : file.placement().mode().permissions();
    }

    /** Before the file has its name: nobody finds it there with another owner than it is to have. */
    private void giveAway(@Nullable PosixFileAttributes replaced) throws IOException {
        if (replaced != null) {
            try {
                Ownership.of(replaced).give(temporary);
            } catch (IOException forbidden) {
                LOG.warn("the owner of " + file.path() + " cannot be kept: it was "
                        + replaced.owner().getName() + ":" + replaced.group().getName());
            }
        }
        FileOwner owner = file.placement().owner();
        if (owner.unchanged()) {
            return;
        }
        try {
            Ownership.of(owner, temporary.getFileSystem()).give(temporary);
        } catch (IOException failure) {
            throw OutputException.notGiven(file.path(), owner, failure);
        }
    }

    /** createDirectories refuses a link to a folder before JDK 19. */
    private static void makeFolder(OutputFile file, Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (!file.placement().createFolders() && !Files.exists(folder)) {
            throw OutputException.noFolder(file.path(), folder);
        }
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER_MODE));
    }

    private static Path parent(Path absolute) throws IOException {
        Path parent = absolute.getParent();
        if (parent == null) {
            throw new NoSuchFileException(absolute.toString(), null, "it is the root folder");
        }
        return parent;
    }
}
