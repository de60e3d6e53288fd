package io.github.vaultrenderer.http;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Repeats a request that failed in a way that can pass, as Vault's own client library does by itself, whatever its caller
 * does afterwards: soon, a few times, and within the time that one answer may take. The waits are those of the library: 1 to
 * 1.5 s, by chance, times the number of the try; or what Vault asks for in {@code Retry-After}.
 *
 * @see <a href="https://github.com/hashicorp/vault/blob/api/v1.20.0/api/client.go">Vault, package api,
 *     Client.RawRequestWithContext</a>
 */
public final class VaultClientRetries implements VaultHttp {

    /** How often the library repeats a request unless it is told otherwise. */
    public static final int DEFAULT_REPETITIONS = 2;

    private static final Log LOG = LogFactory.getLog(VaultClientRetries.class);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMillis(1500);

    private final VaultHttp delegate;
    private final int repetitions;
    private final Duration timeout;
    private final RandomGenerator random;
    private final RetryingVaultHttp.Pause pause;

    /**
     * @param delegate sends
     * @param repetitions how often a request is repeated at the most
     * @param timeout for a request, its repetitions and the waits between them
     * @param random gives the jitter
     * @param pause waits
     */
    public VaultClientRetries(
            VaultHttp delegate,
            int repetitions,
            Duration timeout,
            RandomGenerator random,
            RetryingVaultHttp.Pause pause) {
        this.delegate = delegate;
        this.repetitions = repetitions;
        this.timeout = timeout;
        this.random = random;
        this.pause = pause;
    }

    @Override
    public VaultResponse send(VaultRequest request, Deadline deadline) {
        Deadline own = deadline.atMost(timeout);
        for (int failures = 1; ; failures++) {
            try {
                return delegate.send(request, own);
            } catch (VaultHttpException failure) {
                Duration wait = waitAfter(failure, failures, own);
                if (wait == null) {
                    throw failure;
                }
                LOG.debug(failure.getMessage() + " (try " + failures + "; next in " + wait.toMillis() + " ms)");
                pause.beforeNextTry(wait, failure);
            }
        }
    }

    /** How long to wait; {@code null} when that was the last try. */
    private @Nullable Duration waitAfter(VaultHttpException failure, int failures, Deadline own) {
        if (failures > repetitions || !failure.transientFailure()) {
            return null;
        }
        long spread = (long) ((LONGEST.toNanos() - SHORTEST.toNanos()) * random.nextDouble());
        return failure.waitWithin(SHORTEST.plusNanos(spread).multipliedBy(failures), own);
    }
}
