package io.github.vaultrenderer.template.gotemplate.exec;

import io.github.vaultrenderer.template.TemplateException;
import org.jspecify.annotations.Nullable;

/** Why a function has no value. */
public final class FunctionException extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int NONE = -1;

    private final boolean wrongCall;
    private final int argument;

    private FunctionException(
            @Nullable String message, @Nullable TemplateException inner, boolean wrongCall, int argument) {
        // The executor tells where in the template that was: nobody sees the stack.
        super(message, inner, false, false);
        this.wrongCall = wrongCall;
        this.argument = argument;
    }

    /** The function itself failed. */
    public static FunctionException failed(String reason) {
        return new FunctionException(reason, null, false, NONE);
    }

    /** A template that it executed failed. */
    static FunctionException within(TemplateException inner) {
        return new FunctionException(inner.getMessage(), inner, false, NONE);
    }

    /** It was called with too many arguments, or too few, which Go finds before it calls. */
    public static FunctionException wrongCall(String reason) {
        return new FunctionException(reason, null, true, NONE);
    }

    /** It was called with an argument that is not for it, which Go finds before it calls; counted from 0. */
    public static FunctionException wrongArgument(int argument, String reason) {
        return new FunctionException(reason, null, true, argument);
    }

    boolean isWrongCall() {
        return wrongCall;
    }

    /** The failure of the template that it executed; {@code null} when it was none. */
    @Nullable
    TemplateException inner() {
        return getCause() instanceof TemplateException inner ? inner : null;
    }

    /** The argument that is wrong, or -1. */
    int argument() {
        return argument;
    }
}
