package io.github.vaultrenderer.template.gotemplate.exec;

/** Why a function has no value. */
public final class FunctionException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean wrongCall;

    private FunctionException(String message, boolean wrongCall) {
        // The executor tells where in the template that was: nobody sees the stack.
        super(message, null, false, false);
        this.wrongCall = wrongCall;
    }

    /** The function itself failed. */
    public static FunctionException failed(String reason) {
        return new FunctionException(reason, false);
    }

    /** It was called with too many arguments, too few, or such as are not for it, which Go finds before it calls. */
    public static FunctionException wrongCall(String reason) {
        return new FunctionException(reason, true);
    }

    boolean isWrongCall() {
        return wrongCall;
    }
}
