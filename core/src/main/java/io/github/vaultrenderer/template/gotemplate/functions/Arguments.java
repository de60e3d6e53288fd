package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.secrets.VaultNumber;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoInteger;
import io.github.vaultrenderer.template.gotemplate.exec.GoList;
import io.github.vaultrenderer.template.gotemplate.exec.GoMap;
import io.github.vaultrenderer.template.gotemplate.exec.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** The bits of an argument that has to be a {@code uint32}. */
    long unsigned(int index) throws FunctionException {
        if (values.get(index) instanceof GoInteger number && number.type() == GoInteger.Type.UINT32) {
            return number.bits();
        }
        throw wrongType("uint32", values.get(index));
    }

    /** An argument that has to be a {@code float64}. */
    double real(int index) throws FunctionException {
        if (values.get(index) instanceof Double real) {
            return real;
        }
        throw wrongType("float64", values.get(index));
    }

    /** An argument that has to be a {@code bool}. */
    boolean bool(int index) throws FunctionException {
        if (values.get(index) instanceof Boolean bool) {
            return bool;
        }
        throw wrongType("bool", values.get(index));
    }

    /** An argument that has to be a slice of any type. */
    List<?> slice(int index) throws FunctionException {
        Object value = values.get(index);
        if (value instanceof List<?> list) {
            return list;
        }
        throw FunctionException.failed(function + ": not a list but of type " + Values.type(value));
    }

    /** An argument that has to be a {@code []interface {}}. */
    List<?> anyList(int index) throws FunctionException {
        Object value = values.get(index);
        if (value instanceof List<?> list && !(value instanceof GoList)) {
            return list;
        }
        throw wrongType("[]interface {}", value);
    }

    /** An argument that has to be a {@code []string}. */
    List<String> texts(int index) throws FunctionException {
        Object value = values.get(index);
        if (value instanceof GoList list && list.elementType().equals("string")) {
            return list.stream().map(String.class::cast).toList();
        }
        throw wrongType("[]string", value);
    }

    /** The arguments from one on, each of which has to be a string. */
    List<String> textsFrom(int index) throws FunctionException {
        List<String> texts = new ArrayList<>();
        for (int i = index; i < values.size(); i++) {
            texts.add(text(i));
        }
        return texts;
    }

    /** An argument that has to be a {@code map[string]interface {}}; a nil one cannot be changed. */
    @SuppressWarnings("unchecked")
    Map<String, @Nullable Object> map(int index) throws FunctionException {
        Object value = values.get(index);
        if (value instanceof Map<?, ?> && !(value instanceof GoMap)) {
            return (Map<String, @Nullable Object>) value;
        }
        throw wrongType("map[string]interface {}", value);
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
