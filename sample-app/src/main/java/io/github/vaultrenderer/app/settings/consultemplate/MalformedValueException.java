package io.github.vaultrenderer.app.settings.consultemplate;

/** A value that is not what its setting takes; the message says what the value should be. */
final class MalformedValueException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedValueException(String message) {
        super(message);
    }
}
