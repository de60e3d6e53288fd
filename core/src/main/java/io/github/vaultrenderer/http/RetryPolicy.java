package io.github.vaultrenderer.http;

import io.github.vaultrenderer.failure.ConfigurationException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When to try again: after a wait that doubles from {@code first} to {@code longest}, each shortened by a random part so
 * that pods that failed together do not come back together.
 *
 * @param first the wait before the second try; 250 ms by default
 * @param longest the longest wait; 5 s by default
 * @param jitter the part of a wait, from 0 to 1, that chance may take off; 0.5 by default
 * @param total the time for everything that one run asks of Vault, waits included; 60 s by default
 * @param repetitions how often one request is sent again at the most; {@link #ANY_NUMBER} by default
 */
public record RetryPolicy(Duration first, Duration longest, double jitter, Duration total, int repetitions) {

    /** As often as the total time allows. */
    public static final int ANY_NUMBER = Integer.MAX_VALUE;

    /** The defaults named above. */
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(Duration.ofMillis(250), Duration.ofSeconds(5), 0.5, Duration.ofSeconds(60));

    private static final int MOST_DOUBLINGS = 20;

    /**
     * Checks it.
     *
     * @throws ConfigurationException when a wait is not above zero, the longest is below the first, {@code jitter} is no
     *     part, or a time or number is negative
     */
    public RetryPolicy {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw wrong(
                    "the waits between retries are not above zero, or the longest is below the first",
                    "Let the first wait be more than nothing, and the longest no shorter than that.");
        }
        if (jitter < 0 || jitter > 1) {
            throw wrong("the jitter of a wait is not from 0 to 1", "Set it to a part such as 0.5.");
        }
        if (total.isNegative()) {
            throw wrong("the time for all of Vault is negative", "Set vault-renderer.timeout to a time such as 60s.");
        }
        if (repetitions < 0) {
            throw wrong("the number of repetitions is negative", "Set it to 0 or more.");
        }
    }

    private static ConfigurationException wrong(String message, String action) {
        return new ConfigurationException(message, action);
    }

    /** A policy under which only the total time counts. */
    public RetryPolicy(Duration first, Duration longest, double jitter, Duration total) {
        this(first, longest, jitter, total, ANY_NUMBER);
    }

    /** The same waits within another total time. */
    public RetryPolicy within(Duration total) {
        return new RetryPolicy(first, longest, jitter, total, repetitions);
    }

    /** The same waits, but no request is sent more often than once and this many times again. */
    public RetryPolicy atMost(int repetitions) {
        return new RetryPolicy(first, longest, jitter, total, repetitions);
    }

    /**
     * The wait after a failed try.
     *
     * @param failures how many tries failed so far, from 1
     */
    public Duration nextDelay(int failures, RandomGenerator random) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration full = doubled.compareTo(longest) > 0 ? longest : doubled;
        return Duration.ofNanos((long) (full.toNanos() * (1 - jitter * random.nextDouble())));
    }
}
