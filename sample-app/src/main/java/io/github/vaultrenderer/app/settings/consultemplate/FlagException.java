package io.github.vaultrenderer.app.settings.consultemplate;

/** Arguments, or a {@code CT_LOCAL_CONFIG}, that make no sense; the message says why. consul-template exits with 13. */
public final class FlagException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FlagException(String message) {
        super(message);
    }
}
