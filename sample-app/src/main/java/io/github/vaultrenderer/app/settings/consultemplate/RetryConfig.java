package io.github.vaultrenderer.app.settings.consultemplate;

import java.time.Duration;

/**
 * How often a request that failed is repeated.
 *
 * @param enabled whether at all (true)
 * @param attempts how often; 0 for ever (12)
 * @param backoff the time before the first repetition, doubled for each further one (250ms)
 * @param maxBackoff the longest time before one; zero for any (1m)
 */
public record RetryConfig(boolean enabled, int attempts, Duration backoff, Duration maxBackoff) {}
