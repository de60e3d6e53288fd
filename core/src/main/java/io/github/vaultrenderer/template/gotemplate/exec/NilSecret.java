package io.github.vaultrenderer.template.gotemplate.exec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A nil pointer to a secret: what a write gives that Vault answers nothing to. It counts as false, and has no fields. */
public enum NilSecret implements GoObject, TypedNil {
    INSTANCE;

    @Override
    public String type() {
        return "*dependency.Secret";
    }

    @Override
    public @Nullable Object call(String method, List<@Nullable Object> arguments) throws FunctionException {
        throw FunctionException.wrongCall("nil pointer evaluating *dependency.Secret." + method
                + ": Vault answered nothing to the write, as KV version 1 does");
    }

    @Override
    public boolean isNil() {
        return true;
    }

    @Override
    public Object underlying() {
        return new GoPointer(type(), 0);
    }

    @Override
    public String toString() {
        return "<nil>";
    }
}
