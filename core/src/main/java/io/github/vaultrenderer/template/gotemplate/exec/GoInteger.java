package io.github.vaultrenderer.template.gotemplate.exec;

/**
 * An integer of another type than Go's {@code int}, which is a {@link Long}.
 *
 * @param type its type in Go
 * @param bits its value; of an unsigned type, all 64 bits count
 */
public record GoInteger(Type type, long bits) {

    /** A Go type. */
    public enum Type {
        /** {@code int32}, also of characters. */
        INT32("int32", true),
        /** {@code int64}. */
        INT64("int64", true),
        /** {@code uint8}, of bytes. */
        UINT8("uint8", false),
        /** {@code uint}. */
        UINT("uint", false),
        /** {@code uint32}. */
        UINT32("uint32", false),
        /** {@code uint64}. */
        UINT64("uint64", false);

        private final String goName;
        private final boolean signed;

        Type(String goName, boolean signed) {
            this.goName = goName;
            this.signed = signed;
        }

        /** Its name in Go. */
        public String goName() {
            return goName;
        }

        /** Whether it has negative values. */
        public boolean isSigned() {
            return signed;
        }
    }

    @Override
    public String toString() {
        return type.isSigned() ? Long.toString(bits) : Long.toUnsignedString(bits);
    }
}
