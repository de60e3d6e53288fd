package io.github.vaultrenderer.app;

/** Something around the rendering that failed, such as a command after it; the message says what, and what to do. */
final class RunFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunFailed(String message) {
        super(message);
    }
}
