package io.github.vaultrenderer.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * When a whole run has to be over; every request and every wait in it takes from the same time.
 *
 * @param clock tells the time
 * @param end the last instant
 */
public record Deadline(InstantSource clock, Instant end) {

    /** A deadline that far from now. */
    public static Deadline in(Duration time, InstantSource clock) {
        return new Deadline(clock, clock.instant().plus(time));
    }

    /** This one, or one that far from now, whichever comes first. */
    public Deadline atMost(Duration time) {
        Instant soon = clock.instant().plus(time);
        return soon.isBefore(end) ? new Deadline(clock, soon) : this;
    }

    /** What is left; zero when it is over. */
    public Duration remaining() {
        Duration left = Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
