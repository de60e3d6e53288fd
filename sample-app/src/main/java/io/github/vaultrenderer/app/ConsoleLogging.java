package io.github.vaultrenderer.app;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * One line a message, on standard error, at the level that {@code VAULT_RENDERER_LOG_LEVEL} names: {@code warn}, {@code
 * info} (the default) or {@code debug}. On the JDK's own logging: a framework would cost more than the rest of the start.
 */
final class ConsoleLogging extends Handler {

    /** Held, as the JDK forgets a logger's level with a logger that nobody holds. */
    private static final Logger OURS = Logger.getLogger("io.github.vaultrenderer");

    private final PrintStream out;

    private ConsoleLogging(PrintStream out) {
        this.out = out;
    }

    static void start(PrintStream out, Map<String, String> environment) {
        // Boot would set up its own, and read files for it.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        // What commons-logging would find, after looking for other frameworks first.
        System.setProperty("org.apache.commons.logging.LogFactory", "org.apache.commons.logging.impl.LogFactoryImpl");
        System.setProperty("org.apache.commons.logging.Log", "org.apache.commons.logging.impl.Jdk14Logger");
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.addHandler(new ConsoleLogging(out));
        root.setLevel(Level.WARNING);
        OURS.setLevel(level(environment));
    }

    @Override
    public void publish(LogRecord message) {
        if (isLoggable(message)) {
            // Without the exception that may come with it: libraries put values into those.
            out.println(Instant.ofEpochMilli(message.getMillis()).truncatedTo(ChronoUnit.MILLIS) + " "
                    + message.getLevel() + " " + message.getMessage());
        }
    }

    @Override
    public void flush() {
        out.flush();
    }

    @Override
    public void close() {}

    private static Level level(Map<String, String> environment) {
        return switch (environment.getOrDefault("VAULT_RENDERER_LOG_LEVEL", "info")) {
            case "debug" -> Level.FINE;
            case "warn", "error" -> Level.WARNING;
            default -> Level.INFO;
        };
    }
}
