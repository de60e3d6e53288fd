package io.github.vaultrenderer;

import io.github.vaultrenderer.http.Deadline;
import io.github.vaultrenderer.http.VaultHttp;
import io.github.vaultrenderer.http.VaultRequest;
import io.github.vaultrenderer.http.VaultResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the requests for secrets on their way to Vault, and holds those back that are to be under way together: if they
 * are made one after the other, the first waits in vain, and fails.
 */
final class WatchedVaultHttp implements VaultHttp {

    private final VaultHttp delegate;
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();
    private volatile Map<String, CountDownLatch> groups = Map.of();

    WatchedVaultHttp(VaultHttp delegate) {
        this.delegate = delegate;
    }

    /** Begins to count anew; requests whose path begins so have to be as many at the same time. */
    void watch(Map<String, Integer> together) {
        paths.clear();
        peak.set(0);
        Map<String, CountDownLatch> latches = new HashMap<>();
        together.forEach((prefix, count) -> latches.put(prefix, new CountDownLatch(count)));
        groups = latches;
    }

    /** The paths of the requests so far; those that find out about mounts and tokens are left out. */
    List<String> paths() {
        return List.copyOf(paths);
    }

    /** The most requests that were under way at the same time. */
    int peak() {
        return peak.get();
    }

    @Override
    public VaultResponse send(VaultRequest request, Deadline deadline) {
        if (request.path().startsWith("sys/") || request.path().startsWith("auth/")) {
            return delegate.send(request, deadline);
        }
        paths.add(request.path());
        peak.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        try {
            awaitOthers(request.path());
            return delegate.send(request, deadline);
        } finally {
            inFlight.decrementAndGet();
        }
    }

    private void awaitOthers(String path) {
        groups.forEach((prefix, latch) -> {
            if (path.startsWith(prefix)) {
                latch.countDown();
                try {
                    if (!latch.await(10, TimeUnit.SECONDS)) {
                        throw new IllegalStateException(
                                latch.getCount() + " more requests to " + prefix + " should be under way");
                    }
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted", stopped);
                }
            }
        });
    }
}
