package io.github.vaultrenderer.failure;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A failure that a user can act on: {@link #getMessage()} says what failed and where, {@link #action()} how to mend it.
 *
 * <p>Neither ever holds a value that came from Vault.
 */
public abstract class RendererException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FailureKind kind;
    private final String action;

    /**
     * @param kind what kind of failure it is
     * @param message what failed and on which path, file or template line
     * @param action what to do about it, as a sentence
     */
    protected RendererException(FailureKind kind, String message, String action) {
        this(kind, message, action, null);
    }

    /**
     * @param kind what kind of failure it is
     * @param message what failed and on which path, file or template line
     * @param action what to do about it, as a sentence
     * @param cause what it follows from; its message must be free of secrets, as logs print it
     */
    protected RendererException(FailureKind kind, String message, String action, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.action = Objects.requireNonNull(action, "action");
    }

    /** What kind of failure it is. */
    public final FailureKind kind() {
        return kind;
    }

    /** The likely fix, as a sentence to show below the message. */
    public final String action() {
        return action;
    }
}
