package io.github.vaultrenderer.template.gotemplate.exec;

/**
 * A pointer or a channel as Go shows it. Where something is in memory Java does not tell, nor does it mean anything: the
 * address only looks like one of Go's.
 *
 * @param type its type in Go
 * @param address the address; 0 for nil
 */
public record GoPointer(String type, long address) implements TypedNil {

    private static final long HEAP = 0xc0_0000_0000L;
    private static final int ALIGNED = 4;

    /** A pointer to a value, which is the same for the same value. */
    public static GoPointer to(Object value) {
        return to(Values.type(value), value);
    }

    /** The same, of that type. */
    public static GoPointer to(String type, Object value) {
        return new GoPointer(type, HEAP | (long) System.identityHashCode(value) << ALIGNED);
    }

    @Override
    public boolean isNil() {
        return address == 0;
    }

    /** As {@code %v}. */
    @Override
    public String toString() {
        return address == 0 ? "<nil>" : "0x" + Long.toHexString(address);
    }
}
