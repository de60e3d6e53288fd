package io.github.vaultrenderer.template.gotemplate.exec;

/** Why a function has no value. */
public final class FunctionException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean wrongCall;

    private FunctionException(String message, boolean wrongCall) {
        super(message);
        this.wrongCall = wrongCall;
    }

    /** The function itself failed. */
    public static FunctionException failed(String reason) {
        return new FunctionException(reason, false);
    }

    /** It was called with arguments that are not for it, which Go finds before it calls. */
    public static FunctionException wrongCall(String reason) {
        return new FunctionException(reason, true);
    }

    boolean isWrongCall() {
        return wrongCall;
    }
}
