package io.github.vaultrenderer.render;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does the same work for several things at a time, on threads that keep no program alive. */
final class Workers {

    private Workers() {}

    /**
     * Does it for each, and waits for all: the failure of one keeps no other from being done.
     *
     * @param most how many at the same time
     * @throws RuntimeException the first failure, in the order of the things
     * @throws InterruptedRunException when this thread is interrupted; what is not done yet is given up
     */
    static <T> void forEach(List<T> things, int most, Consumer<? super T> work) {
        if (things.size() == 1) {
            // The usual run: no thread for it.
            work.accept(things.get(0));
            return;
        }
        ExecutorService workers = pool(Math.min(most, things.size()));
        try {
            List<Future<?>> started = new ArrayList<>();
            for (T thing : things) {
                started.add(workers.submit(() -> work.accept(thing)));
            }
            rethrowFirst(started);
        } finally {
            workers.shutdownNow();
        }
    }

    /**
     * Threads for work that is begun in its order.
     *
     * @param most how many there become, as the work does
     */
    static ExecutorService pool(int most) {
        return Executors.newFixedThreadPool(Math.max(1, most), task -> {
            Thread thread = new Thread(task, "vault-renderer-worker");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Waits for what comes of a piece of work.
     *
     * @throws RuntimeException its failure
     * @throws InterruptedRunException when this thread is interrupted
     */
    static <V> V result(Future<V> work) {
        try {
            return work.get();
        } catch (ExecutionException failed) {
            throw unwrapped(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedRunException();
        }
    }

    private static void rethrowFirst(List<Future<?>> started) {
        RuntimeException first = null;
        for (Future<?> each : started) {
            try {
                result(each);
            } catch (InterruptedRunException interrupted) {
                throw interrupted;
            } catch (RuntimeException failure) {
                first = first == null ? failure : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private static RuntimeException unwrapped(ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return failed.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(failed);
    }
}
