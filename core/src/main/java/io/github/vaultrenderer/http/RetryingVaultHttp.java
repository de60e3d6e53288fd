package io.github.vaultrenderer.http;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/** Sends again what failed in a way that can pass, until the deadline. */
public final class RetryingVaultHttp implements VaultHttp {

    private static final Log LOG = LogFactory.getLog(RetryingVaultHttp.class);

    private final VaultHttp delegate;
    private final RetryPolicy policy;
    private final RandomGenerator random;
    private final Pause pause;

    /** Waits; a seam, so that tests do not. */
    @FunctionalInterface
    public interface Pause {
        /** The real one. */
        static Pause sleeping() {
            return duration -> Thread.sleep(duration.toMillis());
        }

        /** Lets that much time pass. */
        void of(Duration duration) throws InterruptedException;

        /**
         * Waits after a failure.
         *
         * @throws VaultHttpException the failure, when the thread is interrupted meanwhile
         */
        default void beforeNextTry(Duration duration, VaultHttpException failure) {
            try {
                of(duration);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw failure;
            }
        }
    }

    /**
     * @param delegate sends
     * @param policy says when to try again
     * @param random gives the jitter
     * @param pause waits
     */
    public RetryingVaultHttp(VaultHttp delegate, RetryPolicy policy, RandomGenerator random, Pause pause) {
        this.delegate = delegate;
        this.policy = policy;
        this.random = random;
        this.pause = pause;
    }

    @Override
    public VaultResponse send(VaultRequest request, Deadline deadline) {
        VaultHttpException answered = null;
        for (int failures = 1; ; failures++) {
            try {
                return delegate.send(request, deadline);
            } catch (VaultHttpException failure) {
                Duration wait = waitAfter(request, failure, failures, deadline);
                if (wait == null) {
                    throw reason(answered, failure);
                }
                answered = failure.status() == VaultHttpException.NO_ANSWER ? answered : failure;
                LOG.warn(failure.getMessage() + " (try " + failures + "; next in " + wait.toMillis() + " ms)");
                pause.beforeNextTry(wait, failure);
            }
        }
    }

    /**
     * What ended the tries. The last of them may only have had too little time left for an answer: what Vault said
     * before tells more than that.
     */
    private static VaultHttpException reason(@Nullable VaultHttpException answered, VaultHttpException last) {
        if (answered == null || last.status() != VaultHttpException.NO_ANSWER || !last.transientFailure()) {
            return last;
        }
        answered.addSuppressed(last);
        return answered;
    }

    /** How long to wait; {@code null} when another try makes no sense. */
    private @Nullable Duration waitAfter(
            VaultRequest request, VaultHttpException failure, int failures, Deadline deadline) {
        boolean masked = failure.maskedRefusal() && failures <= request.patience();
        if (failures > policy.repetitions() || (!failure.transientFailure() && !masked)) {
            return null;
        }
        return failure.waitWithin(policy.nextDelay(failures, random), deadline);
    }
}
