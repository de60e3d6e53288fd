package io.github.vaultrenderer.test;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Lets the embedded Vault fail on demand. Requests of {@link VaultAdmin} fail as all others do. Thread-safe. */
public final class Faults {

    private final Deque<Fault> next = new ArrayDeque<>();
    private boolean sealed;
    private boolean standby;
    private Duration latency = Duration.ZERO;

    Faults() {}

    /** What becomes of one request. */
    record Fault(int status, @Nullable Duration retryAfter, boolean drop, boolean truncate) {}

    /** Answers every request with 503 {@code Vault is sealed}. */
    public synchronized void seal() {
        sealed = true;
    }

    /** Ends {@link #seal}. */
    public synchronized void unseal() {
        sealed = false;
    }

    /** Answers every request as a standby without an active node does: with 500. */
    public synchronized void standby() {
        standby = true;
    }

    /** Ends {@link #standby}. */
    public synchronized void active() {
        standby = false;
    }

    /** Answers the next requests with a status. */
    public synchronized void respond(int status, int times) {
        add(new Fault(status, null, false, false), times);
    }

    /** Answers the next requests with 429 and a {@code Retry-After} in seconds. */
    public synchronized void rateLimit(Duration retryAfter, int times) {
        add(new Fault(429, retryAfter, false, false), times);
    }

    /** Closes the connections of the next requests without an answer. */
    public synchronized void dropConnections(int times) {
        add(new Fault(0, null, true, false), times);
    }

    /** Sends half of the next answers. */
    public synchronized void truncateBodies(int times) {
        add(new Fault(0, null, false, true), times);
    }

    /** Lets every answer take that long at least. */
    public synchronized void latency(Duration latency) {
        this.latency = latency;
    }

    /** Ends all faults. */
    public synchronized void clear() {
        next.clear();
        sealed = false;
        standby = false;
        latency = Duration.ZERO;
    }

    synchronized @Nullable Fault take() {
        return next.poll();
    }

    synchronized boolean isSealed() {
        return sealed;
    }

    synchronized boolean isStandby() {
        return standby;
    }

    synchronized Duration latency() {
        return latency;
    }

    private void add(Fault fault, int times) {
        for (int i = 0; i < times; i++) {
            next.add(fault);
        }
    }
}
