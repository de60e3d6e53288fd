package io.github.vaultrenderer.render;

import io.github.vaultrenderer.secrets.SecretQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * What is being fetched while templates are rendered: several queries at a time, in the order in which they were begun. What
 * came is known to the cache when it was waited for and no sooner, so that no rendering hangs on how quick an answer was.
 *
 * <p>The first of all is fetched before any other, because it brings the token and the mount that the others share. One that
 * has no other beside it, as in most runs, is fetched by whoever waits for it, and needs no thread.
 *
 * <p>Begun and waited for by one thread.
 */
final class Fetches implements AutoCloseable {

    private final SecretCache cache;
    private final int most;
    private final Map<SecretQuery, FutureTask<SecretCache.Known>> begun = new HashMap<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private boolean anyBegun;
    private @Nullable FutureTask<SecretCache.Known> alone;
    private @Nullable ExecutorService workers;

    /**
     * @param cache fetches them, and knows what came
     * @param most how many at the same time
     */
    Fetches(SecretCache cache, int most) {
        this.cache = cache;
        this.most = most;
    }

    /** Begins with those that are not under way. */
    void begin(Collection<SecretQuery> queries) {
        for (SecretQuery query : queries) {
            if (!begun.containsKey(query)) {
                begin(query);
            }
        }
    }

    private void begin(SecretQuery query) {
        boolean isFirst = !anyBegun;
        anyBegun = true;
        FutureTask<SecretCache.Known> task = new FutureTask<>(() -> fetch(query, isFirst));
        begun.put(query, task);
        if (workers == null && alone == null) {
            alone = task;
            return;
        }
        ExecutorService pool = workers == null ? Workers.pool(most) : workers;
        workers = pool;
        if (alone != null) {
            pool.execute(alone);
            alone = null;
        }
        pool.execute(task);
    }

    private SecretCache.Known fetch(SecretQuery query, boolean isFirst) throws InterruptedException {
        try {
            if (!isFirst) {
                first.await();
            }
            return cache.fetch(query);
        } finally {
            first.countDown();
        }
    }

    /**
     * Waits for those of them that were begun: what came is known then.
     *
     * @throws InterruptedRunException when this thread is interrupted
     */
    void await(Collection<SecretQuery> queries) {
        for (SecretQuery query : queries) {
            FutureTask<SecretCache.Known> task = begun.remove(query);
            if (task != null) {
                cache.learn(query, result(task));
            }
        }
    }

    private SecretCache.Known result(FutureTask<SecretCache.Known> task) {
        if (task.equals(alone)) {
            alone = null;
            task.run();
        }
        // The source ends every fetch at its deadline, so that this does end.
        return Workers.result(task);
    }

    /** Gives up what is not done yet. */
    @Override
    public void close() {
        if (workers != null) {
            workers.shutdownNow();
        }
    }
}
