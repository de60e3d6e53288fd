package io.github.vaultrenderer.http;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Sends no more requests than a rate allows, on average, as Vault's own client library does: a bucket holds up to {@code
 * burst} requests and is refilled at the rate. A request that would wait longer than its answer may take is sent at once, and
 * a bucket that holds nothing limits nothing: so does the library.
 *
 * @see <a href="https://pkg.go.dev/golang.org/x/time/rate#Limiter">Go, package rate, Limiter</a>
 */
public final class RateLimitedVaultHttp implements VaultHttp {

    private static final double NANOS = 1e9;

    private final VaultHttp delegate;
    private final double rate;
    private final int burst;
    private final Duration timeout;
    private final RetryingVaultHttp.Pause pause;
    private double held;
    private @Nullable Instant filled;

    /**
     * @param delegate sends
     * @param rate requests in a second
     * @param burst how many may be sent at once after a pause
     * @param timeout the longest that a request waits
     * @param pause waits
     */
    public RateLimitedVaultHttp(
            VaultHttp delegate, double rate, int burst, Duration timeout, RetryingVaultHttp.Pause pause) {
        this.delegate = delegate;
        this.rate = rate;
        this.burst = burst;
        this.timeout = timeout;
        this.pause = pause;
        this.held = burst;
    }

    @Override
    public VaultResponse send(VaultRequest request, Deadline deadline) {
        Duration wait = reserved(deadline.atMost(timeout));
        if (!wait.isZero()) {
            try {
                pause.of(wait);
            } catch (InterruptedException interrupted) {
                // Who is told to stop does not wait; the next that waits for an answer ends the request.
                Thread.currentThread().interrupt();
            }
        }
        return delegate.send(request, deadline);
    }

    /** Takes one request out of the bucket, and tells when it will be there. */
    private synchronized Duration reserved(Deadline deadline) {
        if (burst < 1) {
            return Duration.ZERO;
        }
        Instant now = deadline.clock().instant();
        if (filled != null && now.isAfter(filled)) {
            held = Math.min(burst, held + rate * Duration.between(filled, now).toNanos() / NANOS);
        }
        filled = filled == null || now.isAfter(filled) ? now : filled;
        double lacking = 1 - held;
        if (lacking > 0 && lacking / rate * NANOS > deadline.remaining().toNanos()) {
            return Duration.ZERO;
        }
        held -= 1;
        return lacking > 0 ? Duration.ofNanos((long) (lacking / rate * NANOS)) : Duration.ZERO;
    }
}
