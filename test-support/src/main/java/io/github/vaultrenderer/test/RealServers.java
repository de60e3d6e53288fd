package io.github.vaultrenderer.test;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/** Real servers for tests, from the environment: there, or the test is skipped, or fails where none may be left out. */
public final class RealServers {

    /** The system property that turns skipped tests into failed ones. */
    public static final String REQUIRED = "vault-renderer.real-servers.required";

    private static final System.Logger LOG = System.getLogger(RealServers.class.getName());

    private RealServers() {}

    /**
     * The {@code vault} program that {@code VAULT_BIN} names.
     *
     * @throws IllegalStateException when there is none, and {@link #REQUIRED} is {@code true}
     */
    public static Path vault() {
        return Path.of(variable("VAULT_BIN"));
    }

    /** A program on the PATH that a test cannot do without. */
    public static Path program(String name) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            Path program = Path.of(folder, name);
            if (Files.isExecutable(program)) {
                return program;
            }
        }
        return Path.of(missing("there is no " + name + " on the PATH, and this test needs it"));
    }

    /** An environment variable that a test cannot do without. */
    public static String variable(String name) {
        String value = System.getenv(name);
        return value != null && !value.isEmpty()
                ? value
                : missing(name + " is not set, and this test needs what it names");
    }

    private static String missing(String message) {
        if (Boolean.getBoolean(REQUIRED)) {
            throw new IllegalStateException(message + "; " + REQUIRED + " does not let it be skipped");
        }
        // Surefire prints no reason of what is skipped, and does not count a class that is skipped whole.
        LOG.log(System.Logger.Level.WARNING, "skipped: {0}", message);
        return abort("skipped: " + message);
    }
}
