package io.github.vaultrenderer.render;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

/** Waits for other threads of a test, and fails where they do not come. */
final class Meeting {

    private static final int MOST_SECONDS = 10;

    private Meeting() {}

    static void await(CyclicBarrier barrier) {
        try {
            barrier.await(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (Exception alone) {
            throw new IllegalStateException(alone);
        }
    }

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
