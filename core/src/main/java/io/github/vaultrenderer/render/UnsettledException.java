package io.github.vaultrenderer.render;

import io.github.vaultrenderer.failure.FailureKind;
import io.github.vaultrenderer.failure.RendererException;

/** Templates that ask for something new in every pass. */
final class UnsettledException extends RendererException {

    private static final long serialVersionUID = 1L;

    UnsettledException(int passes) {
        this(
                "the templates still ask for other secrets after " + passes + " passes",
                "Look for a secret's path that is computed from something that changes, such as the time.");
    }

    private UnsettledException(String message, String action) {
        super(FailureKind.TEMPLATE, message, action);
    }

    @Override
    protected RendererException copy(String message, String action) {
        return new UnsettledException(message, action);
    }
}
