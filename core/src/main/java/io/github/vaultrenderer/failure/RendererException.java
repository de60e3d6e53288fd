package io.github.vaultrenderer.failure;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A failure that a user can act on: {@link #getMessage()} says what failed and where, {@link #action()} how to mend it.
 *
 * <p>What reaches a user of the library holds no value that came from Vault; what is thrown inside it may quote one, and
 * is cleaned with {@link #redacted} where all secrets are known.
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

    /**
     * This failure with its texts cleaned.
     *
     * @param redactor removes known secrets from a text
     * @return a failure of the same type, kind and stack trace
     */
    public final RendererException redacted(UnaryOperator<String> redactor) {
        String message = String.valueOf(getMessage());
        String ours = message.startsWith(place()) ? place() : "";
        RendererException copy = copy(ours + redactor.apply(message.substring(ours.length())), redactor.apply(action));
        copy.setStackTrace(getStackTrace());
        return copy;
    }

    /**
     * The beginning of the message that tells a place, and holds nothing that came from Vault: a secret {@code 1} must not
     * hide line 1.
     */
    protected String place() {
        return "";
    }

    /** A failure of the same type and kind with these texts, and without the cause, whose text nobody can clean. */
    protected abstract RendererException copy(String message, String action);
}
