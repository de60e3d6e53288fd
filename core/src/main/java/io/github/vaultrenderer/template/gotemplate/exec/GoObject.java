package io.github.vaultrenderer.template.gotemplate.exec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value with methods, which templates call like {@code $object.Method "argument"}. */
public interface GoObject {

    /** The name of its type in Go. */
    String type();

    /** Whether its type in Go has a method {@code String}, which gives what {@code toString} gives here. */
    default boolean isStringer() {
        return false;
    }

    /** The text of {@code %#v}, where its type in Go has a method {@code GoString}; {@code null} where it has none. */
    default @Nullable String goString() {
        return null;
    }

    /**
     * What it is made of, for who looks into it: a {@link GoStruct}, of a pointer the one that it points to, a number, or a
     * {@link GoPointer} that is nil; {@code null} when nobody can look into it.
     */
    default @Nullable Object underlying() {
        return null;
    }

    /**
     * What a method takes: by this the executor looks at each argument before it evaluates the next one.
     *
     * @param method the name of a method, or of a field, or of nothing that it has
     * @return {@link Signature#NO_METHOD} where it has no such method
     */
    default Signature signature(String method) {
        return Signature.NO_METHOD;
    }

    /**
     * Calls a method, or gets a field.
     *
     * @param method the method's name, or the field's
     * @param arguments the arguments; what is piped in comes last
     * @throws FunctionException when it has nothing of that name, or the method fails
     */
    @Nullable
    Object call(String method, List<@Nullable Object> arguments) throws FunctionException;
}
