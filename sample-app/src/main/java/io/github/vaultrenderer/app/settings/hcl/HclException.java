package io.github.vaultrenderer.app.settings.hcl;

/** A text that is neither HCL nor JSON; the message says why, and quotes no value, as one may be a secret. */
public final class HclException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Position position;

    HclException(Position position, String message) {
        super(message);
        this.position = position;
    }

    /** Where reading ended. */
    public Position position() {
        return position;
    }
}
