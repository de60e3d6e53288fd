package io.github.vaultrenderer.template.gotemplate.exec;

import org.jspecify.annotations.Nullable;

/** An operand of {@code printf} that says itself how {@code %v} shows it; other verbs show the value that it holds. */
public interface GoFormatter {

    /** The name of its type in Go. */
    String type();

    /** The value that it holds. */
    @Nullable
    Object value();

    /**
     * As {@code %v}.
     *
     * @param plus whether the directive has a {@code +}
     * @param sharp whether the directive has a {@code #}
     */
    String text(boolean plus, boolean sharp);
}
