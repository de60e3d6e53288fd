package io.github.vaultrenderer.template.freemarker;

import java.io.IOException;
import java.io.Writer;

/** A text that stops growing: a template's endless loop must end in an error, not in the node's memory. */
final class LimitedWriter extends Writer {

    private final int limit;
    private final StringBuilder text = new StringBuilder();

    LimitedWriter(int limit) {
        this.limit = limit;
    }

    /** The limit was passed. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
        if (text.length() + (long) length > limit) {
            throw new TooLong();
        }
        text.append(buffer, offset, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return text.toString();
    }
}
