package io.github.vaultrenderer.test;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;

/** Real servers for tests, from the environment: there, or the test is skipped, or fails where none may be left out. */
public final class RealServers {

    /** The system property that turns skipped tests into failed ones. */
    public static final String REQUIRED = "vault-renderer.real-servers.required";

    private RealServers() {}

    /**
     * The {@code vault} program that {@code VAULT_BIN} names.
     *
     * @throws IllegalStateException when there is none, and {@link #REQUIRED} is {@code true}
     */
    public static Path vault() {
        return Path.of(variable("VAULT_BIN"));
    }

    /** An environment variable that a test cannot do without. */
    public static String variable(String name) {
        String value = System.getenv(name);
        if (value != null && !value.isEmpty()) {
            return value;
        }
        String message = name + " is not set, and this test needs what it names";
        if (Boolean.getBoolean(REQUIRED)) {
            throw new IllegalStateException(message + "; " + REQUIRED + " does not let it be skipped");
        }
        return abort("skipped: " + message);
    }
}
