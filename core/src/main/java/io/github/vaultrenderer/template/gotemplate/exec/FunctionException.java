package io.github.vaultrenderer.template.gotemplate.exec;

import io.github.vaultrenderer.template.TemplateException;
import org.jspecify.annotations.Nullable;

/** Why a function has no value. */
public final class FunctionException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean wrongCall;

    private FunctionException(@Nullable String message, @Nullable TemplateException inner, boolean wrongCall) {
        // The executor tells where in the template that was: nobody sees the stack.
        super(message, inner, false, false);
        this.wrongCall = wrongCall;
    }

    /** The function itself failed. */
    public static FunctionException failed(String reason) {
        return new FunctionException(reason, null, false);
    }

    /** A template that it executed failed. */
    static FunctionException within(TemplateException inner) {
        return new FunctionException(inner.getMessage(), inner, false);
    }

    /** It was called with too many arguments, too few, or such as are not for it, which Go finds before it calls. */
    public static FunctionException wrongCall(String reason) {
        return new FunctionException(reason, null, true);
    }

    boolean isWrongCall() {
        return wrongCall;
    }

    /** The failure of the template that it executed; {@code null} when it was none. */
    @Nullable
    TemplateException inner() {
        return getCause() instanceof TemplateException inner ? inner : null;
    }
}
