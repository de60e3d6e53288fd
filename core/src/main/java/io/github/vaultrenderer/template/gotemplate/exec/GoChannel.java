package io.github.vaultrenderer.template.gotemplate.exec;

import org.jspecify.annotations.Nullable;

/**
 * A channel that gives the numbers of a range, each an {@code int64}. As in Go, a number that is taken is gone: who goes
 * over a channel twice finds it empty.
 */
public final class GoChannel {

    private final long end;
    private long next;

    /** The numbers from the first to before the second. */
    public GoChannel(long start, long end) {
        this.next = start;
        this.end = end;
    }

    /** Its address. */
    @Override
    public String toString() {
        return GoPointer.to(this).toString();
    }

    /** Takes the next number; {@code null} when there is none. */
    @Nullable
    GoInteger receive() {
        return next < end ? new GoInteger(GoInteger.Type.INT64, next++) : null;
    }
}
