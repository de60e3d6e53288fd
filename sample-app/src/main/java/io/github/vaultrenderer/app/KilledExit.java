package io.github.vaultrenderer.app;

import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Ends the process with an exit code of ours when a signal does, after it has cleaned up. While open only: who ends by
 * himself has a code already.
 */
final class KilledExit implements AutoCloseable {

    private final CopyOnWriteArrayList<Runnable> cleaning = new CopyOnWriteArrayList<>();
    private final Thread hook;

    private KilledExit(int code) {
        this.hook = new Thread(() -> end(code), "killed");
    }

    static KilledExit with(int code) {
        KilledExit exit = new KilledExit(code);
        Runtime.getRuntime().addShutdownHook(exit.hook);
        return exit;
    }

    /** What is to be done before the process ends; the last that is named here comes first. */
    void before(Runnable clean) {
        cleaning.add(0, clean);
    }

    private void end(int code) {
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
