package io.github.vaultrenderer.render;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes each file beside its destination, first readable by its owner only, then with its permissions, synced to the
 * medium; and when the whole set is there, renames each into place. A reader sees the old file or the new one, never a
 * part. Unchanged files are not touched. Missing folders are made.
 */
public final class AtomicFilePublisher implements FilePublisher {

    private record Staged(OutputFile file, Path temporary) {}

    @Override
    public Set<Path> publish(List<OutputFile> files) {
        List<Staged> staged = new ArrayList<>();
        try {
            for (OutputFile file : files) {
                if (!upToDate(file)) {
                    staged.add(stage(file));
                }
            }
            return moveAll(staged);
        } finally {
            staged.forEach(stage -> discard(stage.temporary));
        }
    }

    private static boolean upToDate(OutputFile file) {
        Path path = file.path();
        if (Files.isDirectory(path)) {
            throw OutputException.isFolder(path);
        }
        try {
            return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                    && Files.size(path) == file.content().length()
                    && Files.getPosixFilePermissions(path).equals(file.mode().permissions())
                    && Arrays.equals(Files.readAllBytes(path), file.content().bytes());
        } catch (IOException unreadable) {
            // Whatever is there will be replaced, or the attempt will say why it cannot be.
            return false;
        }
    }

    private static Staged stage(OutputFile file) {
        Path path = file.path().toAbsolutePath();
        try {
            makeFolder(parent(path));
            Path temporary = Files.createTempFile(
                    parent(path),
                    "." + path.getFileName() + ".",
                    ".tmp",
                    PosixFilePermissions.asFileAttribute(FileMode.OWNER_ONLY.permissions()));
            try {
                write(temporary, file);
                return new Staged(file, temporary);
            } catch (IOException failure) {
                discard(temporary);
                throw failure;
            }
        } catch (IOException failure) {
            throw OutputException.unwritable(file.path(), failure);
        }
    }

    private static void write(Path temporary, OutputFile file) throws IOException {
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(file.content().bytes());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            // Set explicitly: the umask would take bits off a mode given at creation.
            Files.setPosixFilePermissions(temporary, file.mode().permissions());
            channel.force(true);
        }
    }

    private static Set<Path> moveAll(List<Staged> staged) {
        Set<Path> changed = new LinkedHashSet<>();
        for (Staged stage : staged) {
            try {
                Files.move(
                        stage.temporary,
                        stage.file.path(),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
                changed.add(stage.file.path());
            } catch (IOException failure) {
                throw OutputException.unwritable(stage.file.path(), failure);
            }
        }
        return changed;
    }

    /** createDirectories refuses a link to a folder before JDK 19. */
    private static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
    }

    private static Path parent(Path absolute) throws IOException {
        Path parent = absolute.getParent();
        if (parent == null) {
            throw new NoSuchFileException(absolute.toString(), null, "it is the root folder");
        }
        return parent;
    }

    /** Removes what is still there after a failure; after a success, nothing is. */
    private static void discard(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException leftBehind) {
            // The failure that brought us here is the one to tell; the file is empty or readable by its owner only.
            return;
        }
    }
}
