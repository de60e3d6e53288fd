package io.github.vaultrenderer.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends the process with an exit code of ours when a signal does, after it has cleaned up. While open only: who ends by
 * himself has a code already.
 */
final class KilledExit implements AutoCloseable {

    private final Deque<Opened> opened = new ArrayDeque<>();
    private final @Nullable Thread hook;

    private KilledExit(@Nullable Integer code) {
        this.hook = code == null ? null : new Thread(() -> end(code), "killed");
    }

    /** What is open, and how it is closed. */
    private record Opened(Object thing, Runnable closing) {}

    static KilledExit with(int code) {
        KilledExit exit = new KilledExit(code);
        Runtime.getRuntime().addShutdownHook(exit.hook);
        return exit;
    }

    /** Leaves it to the system how a signal ends the process. */
    static KilledExit none() {
        return new KilledExit(null);
    }

    /**
     * Opens what has to be closed before the process ends; the last that was opened is closed first. A signal that comes
     * while it is opened waits for that, so that nothing is left open; one that came before does not let it be opened.
     */
    synchronized <T> T open(Supplier<T> opening, Consumer<T> closing) {
        T thing = opening.get();
        opened.push(new Opened(thing, () -> closing.accept(thing)));
        return thing;
    }

    /** Takes back that something has to be closed: it has ended. Does not return when a signal came before. */
    synchronized void ended(Object thing) {
        opened.removeIf(each -> each.thing.equals(thing));
    }

    private synchronized void end(int code) {
        opened.forEach(each -> each.closing.run());
        Runtime.getRuntime().halt(code);
    }

    @Override
    public void close() {
        if (hook == null) {
            return;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // A signal came: the hook ends the process.
            return;
        }
    }
}
