package io.github.vaultrenderer.template.gotemplate.exec;

import java.util.AbstractList;
import java.util.RandomAccess;

/** A channel that gives the numbers of a range, each an {@code int64}: they are not held in memory. */
public final class GoChannel extends AbstractList<GoInteger> implements RandomAccess {

    private final long start;
    private final int size;

    /** The numbers from the first to before the second. */
    public GoChannel(long start, long end) {
        this.start = start;
        this.size = Math.toIntExact(Math.max(0, Math.subtractExact(end, start)));
    }

    @Override
    public GoInteger get(int index) {
        return new GoInteger(GoInteger.Type.INT64, start + index);
    }

    @Override
    public int size() {
        return size;
    }
}
