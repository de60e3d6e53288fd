package io.github.vaultrenderer.app.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * What is logged in consul-template's form, and where.
 *
 * @param level the least level that is logged
 * @param file where to log beside standard error; {@code null} for nowhere
 */
public record LogSettings(Level level, @Nullable File file) {

    /**
     * A file that is replaced by a new one from time to time. Each has the time at which it was begun in its name.
     *
     * @param path its name; the time goes before its extension
     * @param mostBytes the size at which a new one is begun; zero for any
     * @param longest the time after which a new one is begun
     * @param kept how many old ones stay; zero for all, negative for none
     */
    public record File(Path path, long mostBytes, Duration longest, int kept) {}
}
