package io.github.vaultrenderer.app;

import io.github.vaultrenderer.app.settings.LogSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * A log file that is replaced by a new one when it is large or old enough, each named after the nanosecond at which it was
 * begun: {@code name-1700000000000000000.log}.
 *
 * @see <a href="https://github.com/hashicorp/consul-template/blob/v0.41.1/logging/logfile.go">consul-template, LogFile</a>
 */
final class RotatingLogFile implements AutoCloseable {

    private static final String MODE = "rw-r-----";
    private static final long NANOS = 1_000_000_000L;

    private final LogSettings.File settings;
    private final InstantSource clock;
    private final Path folder;
    private final String prefix;
    private final String suffix;
    private OutputStream stream = OutputStream.nullOutputStream();
    private Instant begun = Instant.EPOCH;
    private long written;

    private RotatingLogFile(LogSettings.File settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        Path path = settings.path().toAbsolutePath();
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        this.folder = path.resolveSibling("");
        this.prefix = (dot < 0 ? name : name.substring(0, dot)) + "-";
        this.suffix = dot < 0 ? ".log" : name.substring(dot);
    }

    /**
     * Begins one, after those that are too many are removed.
     *
     * @throws RunFailed when that is not possible
     */
    static RotatingLogFile begin(LogSettings.File settings, InstantSource clock) {
        RotatingLogFile file = new RotatingLogFile(settings, clock);
        try {
            file.prune();
            file.open();
            return file;
        } catch (IOException failure) {
            throw new RunFailed("cannot begin the log file " + settings.path() + " ("
                    + failure.getClass().getSimpleName()
                    + "). Name a file in a folder that is there and can be written to");
        }
    }

    /** Writes a line, in a new file if it is time for one. A line that cannot be written is on standard error only. */
    synchronized void append(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            if (full()) {
                stream.close();
                prune();
                open();
            }
            stream.write(bytes);
            written += bytes.length;
        } catch (IOException unwritable) {
            // To log that would come back here.
            return;
        }
    }

    @Override
    public synchronized void close() {
        try {
            stream.close();
        } catch (IOException unwritable) {
            return;
        }
    }

    private boolean full() {
        boolean large = settings.mostBytes() > 0 && written >= settings.mostBytes();
        return large || Duration.between(begun, clock.instant()).compareTo(settings.longest()) >= 0;
    }

    private void open() throws IOException {
        begun = clock.instant();
        written = 0;
        long nanoseconds = begun.getEpochSecond() * NANOS + begun.getNano();
        stream = Channels.newOutputStream(FileChannel.open(
                folder.resolve(prefix + nanoseconds + suffix),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(MODE))));
    }

    private void prune() throws IOException {
        if (settings.kept() == 0) {
            return;
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, this::ours)) {
            all.forEach(files::add);
        }
        Collections.sort(files);
        int tooMany = files.size() - Math.max(settings.kept(), 0);
        for (int i = 0; i < tooMany; i++) {
            Files.deleteIfExists(files.get(i));
        }
    }

    private boolean ours(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(prefix) && name.endsWith(suffix) && name.length() >= prefix.length() + suffix.length();
    }
}
