package io.github.vaultrenderer.render;

import io.github.vaultrenderer.secrets.SecretQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * What is being fetched while templates are rendered: several queries at a time, in the order in which they were begun. What
 * came is known to the cache when it was waited for and no sooner, so that no rendering hangs on how quick an answer was. The
 * source sees to it that what they share, the token and the mount, is asked for once.
 *
 * <p>One that has no other beside it, as in most runs, is fetched by whoever waits for it, and needs no thread.
 *
 * <p>Begun and waited for by one thread.
 */
final class Fetches implements AutoCloseable {

    private final SecretCache cache;
    private final int most;
    private final Map<SecretQuery, FutureTask<SecretCache.Known>> begun = new HashMap<>();
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
        FutureTask<SecretCache.Known> task = new FutureTask<>(() -> cache.fetch(query));
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
