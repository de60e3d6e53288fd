package io.github.vaultrenderer.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Ends the process with an exit code of ours when a signal does, after it has cleaned up. While open only: who ends by
 * himself has a code already.
 */
final class KilledExit implements AutoCloseable {

    private final Deque<Runnable> cleaning = new ArrayDeque<>();
    private final Thread hook;

    private KilledExit(int code) {
        this.hook = new Thread(() -> end(code), "killed");
    }

    static KilledExit with(int code) {
        KilledExit exit = new KilledExit(code);
        Runtime.getRuntime().addShutdownHook(exit.hook);
        return exit;
    }

    /**
     * Opens what has to be closed before the process ends; the last that was opened is closed first. A signal that comes
     * while it is opened waits for that, so that nothing is left open; one that came before does not let it be opened.
     */
    synchronized <T> T open(Supplier<T> opening, Consumer<T> closing) {
        T opened = opening.get();
        cleaning.push(() -> closing.accept(opened));
        return opened;
    }

    private synchronized void end(int code) {
        cleaning.forEach(Runnable::run);
        Runtime.getRuntime().halt(code);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // A signal came: the hook ends the process.
            return;
        }
    }
}
