package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.secrets.VaultNumber;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function's arguments, checked as Go checks them before a call.
 *
 * @param function the function's name
 * @param values what it was given
 */
record Arguments(String function, List<@Nullable Object> values) {

    /** The arguments, of which there have to be so many. */
    static Arguments exactly(int count, String function, List<@Nullable Object> values) throws FunctionException {
        if (values.size() != count) {
            throw FunctionException.wrongCall(
                    "wrong number of args for " + function + ": want " + count + " got " + values.size());
        }
        return new Arguments(function, values);
    }

    /** The arguments, of which there have to be at least so many. */
    static Arguments atLeast(int count, String function, List<@Nullable Object> values) throws FunctionException {
        if (values.size() < count) {
            throw FunctionException.wrongCall(
                    "wrong number of args for " + function + ": want at least " + count + " got " + values.size());
        }
        return new Arguments(function, values);
    }

    @Nullable
    Object get(int index) {
        return values.get(index);
    }

    /** An argument that has to be a string. */
    String text(int index) throws FunctionException {
        Object value = values.get(index);
        if (value instanceof String text) {
            return text;
        }
        throw wrongType("string", value);
    }

    /** An argument that has to be a list. */
    List<?> list(int index) throws FunctionException {
        Object value = values.get(index);
        if (value instanceof List<?> list) {
            return list;
        }
        throw wrongType("[]string", value);
    }

    /** An argument that has to be an integer. */
    long integer(int index) throws FunctionException {
        Object value = values.get(index);
        if (value instanceof Long number) {
            return number;
        }
        throw wrongType("int", value);
    }

    private static FunctionException wrongType(String wanted, @Nullable Object value) {
        if (value == null) {
            return FunctionException.wrongCall("invalid value; expected " + wanted);
        }
        return FunctionException.wrongCall("wrong type for value; expected " + wanted + "; got " + Values.type(value));
    }

    /** The text of a value that is a kind of string; {@code null} for others. */
    static @Nullable String kindOfString(@Nullable Object value) {
        if (value instanceof VaultNumber number) {
            return number.text();
        }
        return value instanceof String text ? text : null;
    }
}
