package io.github.vaultrenderer.failure;

/**
 * Why a rendering failed, as a user can act on it. Each kind has an exit code of its own, so that a script or a pod's
 * {@code lastState} tells the kinds apart without reading text; {@code docs/exit-codes.md} lists them.
 */
public enum FailureKind {
    /** A setting is missing, malformed or contradicts another one. */
    CONFIGURATION(20, false),
    /** Vault did not accept who we are: the service-account token, the role or its bindings. */
    IDENTITY(21, false),
    /** Vault knows us, but no policy of ours allows what a template asks for. */
    PERMISSION(22, false),
    /** The path, the secret or the key in it does not exist. */
    NOT_FOUND(23, false),
    /** A template cannot be parsed or cannot be executed. */
    TEMPLATE(24, false),
    /** A rendered file cannot be written where it belongs. */
    OUTPUT(25, false),
    /** Vault, or the network to it, did not answer in a usable way within the time allowed. */
    UNAVAILABLE(26, true),
    /** The server at Vault's address could not prove that it is Vault: its certificate is not trusted. */
    TRUST(27, false);

    private final int exitCode;
    private final boolean retryable;

    FailureKind(int exitCode, boolean retryable) {
        this.exitCode = exitCode;
        this.retryable = retryable;
    }

    /** The code with which a process that fails so exits: 20 to 39, apart from the shell's and consul-template's codes. */
    public int exitCode() {
        return exitCode;
    }

    /** Whether the same attempt can succeed later with nothing changed on our side. */
    public boolean retryable() {
        return retryable;
    }
}
