package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.GoFormatter;
import org.jspecify.annotations.Nullable;

/** An operand of {@code spew_sprintf}: {@code %v} is spew's, every other verb is Go's. */
record SpewOperand(@Nullable Object value) implements GoFormatter {

    @Override
    public String type() {
        return "*spew.formatState";
    }

    @Override
    public String text(boolean plus, boolean sharp) {
        return SpewText.line(value, plus, sharp);
    }

    /** Shows no value. */
    @Override
    public String toString() {
        return type();
    }
}
