package io.github.vaultrenderer.template.gotemplate.exec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A nil pointer in Go. It counts as false, prints as {@code <nil>}, and has no fields. */
public enum NilPointer implements GoObject, TypedNil {
    /** What a write gives that Vault answers nothing to. */
    SECRET("*dependency.Secret", ": Vault answered nothing to the write, as KV version 1 does"),
    /** The login that most answers of Vault have not. */
    AUTH("*dependency.SecretAuth", ""),
    /** Of an answer that Vault did not wrap. */
    WRAP_INFO("*dependency.SecretWrapInfo", ""),
    /** What a version can be compared with, which is an error then. */
    VERSION("*semver.Version", "");

    private final String type;
    private final String cause;

    NilPointer(String type, String cause) {
        this.type = type;
        this.cause = cause;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public @Nullable Object call(String method, List<@Nullable Object> arguments) throws FunctionException {
        throw FunctionException.wrongCall("nil pointer evaluating " + type + "." + method + cause);
    }

    @Override
    public boolean isNil() {
        return true;
    }

    @Override
    public Object underlying() {
        return new GoPointer(type, 0);
    }

    @Override
    public String toString() {
        return "<nil>";
    }
}
