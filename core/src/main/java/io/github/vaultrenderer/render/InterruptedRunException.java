package io.github.vaultrenderer.render;

import io.github.vaultrenderer.failure.FailureKind;
import io.github.vaultrenderer.failure.RendererException;

/** Somebody wants the run to end before it is done. */
final class InterruptedRunException extends RendererException {
    private static final long serialVersionUID = 1L;

    InterruptedRunException() {
        super(FailureKind.CONFIGURATION, "interrupted", "Nothing: the renderer was told to stop.");
    }

    @Override
    protected RendererException copy(String message, String action) {
        return new InterruptedRunException();
    }
}
