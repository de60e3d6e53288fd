package io.github.vaultrenderer.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Writes each file beside its destination, first readable by its owner only, then with its owner and permissions, synced
 * to the medium; and when the whole set is there, renames each into place. A reader sees the old file or the new one,
 * never a part. Unchanged files are not touched. Missing folders are made unless the file's placement forbids it.
 */
public final class AtomicFilePublisher implements FilePublisher {

    /** A file system makes one transaction of what is synced at the same time. */
    private static final int SYNCED_TOGETHER = 16;

    @Override
    public Set<Path> publish(List<OutputFile> files) {
        List<OutputFile> changed = new ArrayList<>();
        for (OutputFile file : files) {
            if (!upToDate(file)) {
                changed.add(file);
            }
        }
        if (changed.isEmpty()) {
            return Set.of();
        }
        Map<OutputFile, StagedFile> staged = Collections.synchronizedMap(new IdentityHashMap<>());
        try {
            Workers.forEach(changed, SYNCED_TOGETHER, file -> staged.put(file, StagedFile.of(file)));
            return moveAll(changed, staged);
        } finally {
            staged.values().forEach(StagedFile::discard);
        }
    }

    @Override
    public void check(Path destination) {
        if (destination.toString().isEmpty()) {
            throw OutputException.noDestination();
        }
        if (Files.isDirectory(destination)) {
            throw OutputException.isFolder(destination);
        }
    }

    /**
     * Whether a file is there already, just so: publishing it would change nothing.
     *
     * @throws OutputException when a folder is in its place
     */
    public static boolean upToDate(OutputFile file) {
        Path path = file.path();
        // No name is the current folder's, to Java.
        if (!path.toString().isEmpty() && Files.isDirectory(path)) {
            throw OutputException.isFolder(path);
        }
        try {
            return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                    && Files.size(path) == file.content().length()
                    && placed(file)
                    && Arrays.equals(Files.readAllBytes(path), file.content().bytes());
        } catch (IOException unreadable) {
            // Whatever is there will be replaced, or the attempt will say why it cannot be.
            return false;
        }
    }

    private static boolean placed(OutputFile file) throws IOException {
        FilePlacement placement = file.placement();
        boolean anyMode = placement.inherited() == FilePlacement.Inherited.OWNER_AND_MODE;
        if (anyMode && placement.owner().unchanged()) {
            return true;
        }
        PosixFileAttributes actual = Files.readAttributes(file.path(), PosixFileAttributes.class);
        return (anyMode || actual.permissions().equals(placement.mode().permissions()))
                && Ownership.of(placement.owner(), file.path().getFileSystem()).holds(actual);
    }

    private static Set<Path> moveAll(List<OutputFile> files, Map<OutputFile, StagedFile> staged) {
        Set<Path> changed = new LinkedHashSet<>();
        for (OutputFile file : files) {
            Objects.requireNonNull(staged.get(file)).move();
            changed.add(file.path());
        }
        return changed;
    }
}
