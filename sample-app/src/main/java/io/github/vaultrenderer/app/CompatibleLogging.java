package io.github.vaultrenderer.app;

import io.github.vaultrenderer.app.settings.LogSettings;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Logs as consul-template does, on standard error and in a file: {@code 2026-01-02T15:04:05.678Z [WARN] message}.
 *
 * @see <a href="https://github.com/hashicorp/consul-template/blob/v0.41.1/logging/logging.go">consul-template, logging</a>
 */
final class CompatibleLogging extends Handler {

    /** Held, as the JDK forgets a logger's level with a logger that nobody holds. */
    private static final Logger OURS = Logger.getLogger("io.github.vaultrenderer");

    private final PrintStream out;
    private final @Nullable RotatingLogFile file;

    private CompatibleLogging(PrintStream out, @Nullable RotatingLogFile file) {
        this.out = out;
        this.file = file;
    }

    /**
     * Takes the place of the logging so far.
     *
     * @param out standard error
     * @throws RunFailed when the log file cannot be begun
     */
    static void start(LogSettings settings, PrintStream out, InstantSource clock) {
        LogSettings.File file = settings.file();
        CompatibleLogging logging =
                new CompatibleLogging(out, file == null ? null : RotatingLogFile.begin(file, clock));
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            if (handler instanceof ConsoleLogging || handler instanceof CompatibleLogging) {
                root.removeHandler(handler);
                handler.close();
            }
        }
        root.addHandler(logging);
        OURS.setLevel(settings.level());
    }

    @Override
    public void publish(LogRecord message) {
        if (!isLoggable(message)) {
            return;
        }
        // Without the exception that may come with it: libraries put values into those.
        String line = Instant.ofEpochMilli(message.getMillis()).truncatedTo(ChronoUnit.MILLIS) + " ["
                + name(message.getLevel()) + "] " + message.getMessage();
        out.println(line);
        if (file != null) {
            file.append(line);
        }
    }

    @Override
    public void flush() {
        out.flush();
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }

    private static String name(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "ERR";
        }
        if (level.intValue() >= Level.WARNING.intValue()) {
            return "WARN";
        }
        if (level.intValue() >= Level.INFO.intValue()) {
            return "INFO";
        }
        return level.intValue() >= Level.FINE.intValue() ? "DEBUG" : "TRACE";
    }
}
