package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.secrets.VaultNumber;
import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoChannel;
import io.github.vaultrenderer.template.gotemplate.exec.GoFormat;
import io.github.vaultrenderer.template.gotemplate.exec.GoInteger;
import io.github.vaultrenderer.template.gotemplate.exec.GoList;
import io.github.vaultrenderer.template.gotemplate.exec.GoMap;
import io.github.vaultrenderer.template.gotemplate.exec.GoStruct;
import io.github.vaultrenderer.template.gotemplate.exec.Values;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The functions of the language itself. {@code and} and {@code or} are the executor's, as they need not evaluate all
 * their arguments.
 *
 * @see <a href="https://pkg.go.dev/text/template#hdr-Functions">Go text/template, functions</a>
 */
final class GoBuiltins {

    private GoBuiltins() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            // Their names only: see above.
            case "and" -> (execution, values) -> null;
            case "or" -> (execution, values) -> null;
            case "not" ->
                (execution, values) ->
                        !Values.truth(Arguments.exactly(1, "not", values).get(0));
            case "len" -> (execution, values) -> length(Arguments.exactly(1, "len", values));
            case "index" -> (execution, values) -> index(Arguments.atLeast(1, "index", values));
            case "slice" -> (execution, values) -> slice(Arguments.atLeast(1, "slice", values));
            case "print" -> (execution, values) -> print(values);
            case "println" -> (execution, values) -> println(values);
            case "printf" -> (execution, values) -> printf(Arguments.atLeast(1, "printf", values));
            case "html" -> (execution, values) -> html(text(values));
            case "js" -> (execution, values) -> JavaScriptText.escape(text(values));
            case "call" -> (execution, values) -> call(Arguments.atLeast(1, "call", values));
            case "urlquery" -> // A Go string has its bytes for characters.
                (execution, values) -> URLEncoder.encode(text(values), StandardCharsets.ISO_8859_1)
                        .replace("*", "%2A")
                        .replace("%7E", "~");
            case "eq" -> (execution, values) -> Comparison.equal(Arguments.atLeast(1, "eq", values));
            case "ne" -> (execution, values) -> Comparison.notEqual(Arguments.exactly(2, "ne", values));
            case "lt" -> (execution, values) -> Comparison.less(Arguments.exactly(2, "lt", values));
            case "le" -> (execution, values) -> Comparison.lessOrEqual(Arguments.exactly(2, "le", values));
            case "gt" -> (execution, values) -> !Comparison.lessOrEqual(Arguments.exactly(2, "gt", values));
            case "ge" -> (execution, values) -> !Comparison.less(Arguments.exactly(2, "ge", values));
            default -> null;
        };
    }

    /** Calls a value that is a function: no value here is one. */
    private static Object call(Arguments arguments) throws FunctionException {
        Object value = arguments.get(0);
        throw FunctionException.failed(
                value == null
                        ? "call of nil"
                        : "call of a value that is no function, but of type " + Values.type(value));
    }

    private static Object length(Arguments arguments) throws FunctionException {
        Object value = arguments.get(0);
        String text = Arguments.kindOfString(value);
        if (text != null) {
            return (long) text.length();
        }
        if (value instanceof List<?> list) {
            return (long) list.size();
        }
        if (value instanceof Map<?, ?> map) {
            return (long) map.size();
        }
        if (value instanceof GoChannel) {
            // What waits to be taken: nothing ever waits in loop's.
            return 0L;
        }
        throw FunctionException.failed(value == null ? "len of nil pointer" : "len of type " + Values.type(value));
    }

    private static @Nullable Object index(Arguments arguments) throws FunctionException {
        Object value = arguments.get(0);
        if (value == null) {
            throw FunctionException.failed("index of untyped nil");
        }
        for (int i = 1; i < arguments.values().size(); i++) {
            value = element(value, arguments.get(i));
        }
        return value;
    }

    private static @Nullable Object element(@Nullable Object value, @Nullable Object index) throws FunctionException {
        if (value instanceof Map<?, ?> map) {
            String wanted = map instanceof GoMap typed ? typed.keyType() : "string";
            boolean any = wanted.equals("interface {}");
            if (any && (index instanceof Map<?, ?> || index instanceof List<?>)) {
                throw FunctionException.failed("runtime error: hash of unhashable type " + Values.type(index));
            }
            if (any || (index != null && Values.type(index).equals(wanted))) {
                Object element = map.get(index);
                boolean zero = element == null
                        && map instanceof GoMap typed
                        && typed.elementType().equals("string");
                return zero ? "" : element;
            }
            throw FunctionException.failed(
                    index == null
                            ? "value is nil; should be of type " + wanted
                            : "value has type " + Values.type(index) + "; should be " + wanted);
        }
        if (value instanceof List<?> list) {
            return list.get(position(index, list.size() - 1));
        }
        String text = Arguments.kindOfString(value);
        if (text != null) {
            return new GoInteger(GoInteger.Type.UINT8, text.charAt(position(index, text.length() - 1)));
        }
        throw FunctionException.failed(
                value == null ? "index of nil pointer" : "can't index item of type " + Values.type(value));
    }

    private static int position(@Nullable Object index, int most) throws FunctionException {
        long number;
        if (index instanceof Long integer) {
            number = integer;
        } else if (index instanceof GoInteger integer) {
            number = integer.bits();
        } else {
            throw FunctionException.failed(
                    index == null
                            ? "cannot index slice/array with nil"
                            : "cannot index slice/array with type " + Values.type(index));
        }
        if (number < 0 || number > most) {
            throw FunctionException.failed("index out of range: " + number);
        }
        return (int) number;
    }

    private static @Nullable Object slice(Arguments arguments) throws FunctionException {
        Object value = arguments.get(0);
        int indexes = arguments.values().size() - 1;
        String text = Arguments.kindOfString(value);
        if (text == null && !(value instanceof List<?>)) {
            throw FunctionException.failed(
                    value == null ? "slice of untyped nil" : "can't slice item of type " + Values.type(value));
        }
        if (indexes > (text == null ? 3 : 2)) {
            throw FunctionException.failed(
                    text == null ? "too many slice indexes: " + indexes : "cannot 3-index slice a string");
        }
        int size = value instanceof List<?> list
                ? list.size()
                : String.valueOf(text).length();
        int from = indexes > 0 ? position(arguments.get(1), size) : 0;
        int to = indexes > 1 ? position(arguments.get(2), size) : size;
        int limit = indexes > 2 ? position(arguments.get(3), size) : size;
        if (from > to || to > limit) {
            throw FunctionException.failed(
                    "invalid slice index: " + (from > to ? from + " > " + to : to + " > " + limit));
        }
        if (GoNil.isNil(value)) {
            return value;
        }
        if (value instanceof GoList typed) {
            return new GoList(typed.elementType(), typed.subList(from, to));
        }
        if (value instanceof List<?> list) {
            return list.subList(from, to);
        }
        String part = String.valueOf(text).substring(from, to);
        // A part of a json.Number is one, be it a number or not.
        return value instanceof VaultNumber ? new VaultNumber(part) : part;
    }

    /** Go's Sprint: a space between two operands neither of which is a string. */
    private static String print(List<@Nullable Object> values) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            boolean afterText = i > 0 && Arguments.kindOfString(values.get(i - 1)) != null;
            if (i > 0 && !afterText && Arguments.kindOfString(values.get(i)) == null) {
                out.append(' ');
            }
            out.append(GoFormat.print(values.get(i)));
        }
        return out.toString();
    }

    private static String println(List<@Nullable Object> values) {
        return String.join(" ", values.stream().map(GoFormat::print).toList()) + "\n";
    }

    private static String printf(Arguments arguments) throws FunctionException {
        return GoFormat.format(
                arguments.text(0),
                arguments.values().subList(1, arguments.values().size()));
    }

    /** What html and urlquery work on: one string as it is, anything else as print shows it. */
    private static String text(List<@Nullable Object> values) {
        List<@Nullable Object> shown = new ArrayList<>();
        values.forEach(value -> shown.add(value == null ? "<no value>" : GoStruct.printable(value)));
        return shown.size() == 1 && shown.get(0) instanceof String text ? text : print(shown);
    }

    private static String html(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\0' -> out.append(GoText.encode("\uFFFD"));
                case '"' -> out.append("&#34;");
                case '\'' -> out.append("&#39;");
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
