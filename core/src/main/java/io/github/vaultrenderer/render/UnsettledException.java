package io.github.vaultrenderer.render;

import io.github.vaultrenderer.failure.FailureKind;
import io.github.vaultrenderer.failure.RendererException;
import io.github.vaultrenderer.secrets.SecretQuery;

/** Templates that ask for something new in every pass. */
final class UnsettledException extends RendererException {

    private static final long serialVersionUID = 1L;

    static UnsettledException reading(int passes) {
        return new UnsettledException(
                "the templates still ask for other secrets after " + passes + " passes",
                "Look for a secret's path that is computed from something that changes, such as a random number.");
    }

    static UnsettledException writing(SecretQuery change) {
        return new UnsettledException(
                change + ": the template asks for something else each time it is rendered",
                "What it writes must not change by itself: keep random numbers and new keys out of it.");
    }

    private UnsettledException(String message, String action) {
        super(FailureKind.TEMPLATE, message, action);
    }

    @Override
    protected RendererException copy(String message, String action) {
        return new UnsettledException(message, action);
    }
}
