package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Executor;
import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoFormat;
import io.github.vaultrenderer.template.gotemplate.exec.GoList;
import io.github.vaultrenderer.template.gotemplate.exec.GoMap;
import io.github.vaultrenderer.template.gotemplate.parse.Runes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** sprig's functions that cut texts, put them together and look into them. Positions count bytes. */
final class SprigStrings {

    private SprigStrings() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "sprig_hello" -> PureFunction.exactly(name, 0, a -> "Hello!");
            case "sprig_trim" -> PureFunction.exactly(name, 1, a -> Runes.trimSpace(a.text(0)));
            case "sprig_trimAll" -> PureFunction.exactly(name, 2, a -> TextFunctions.trim(a.text(0), a.text(1)));
            case "sprig_trimall" -> PureFunction.exactly(name, 2, a -> TextFunctions.trim(a.text(0), a.text(1)));
            case "sprig_trimPrefix" ->
                PureFunction.exactly(name, 2, a -> TextFunctions.trimPrefix(a.text(0), a.text(1)));
            case "sprig_trimSuffix" ->
                PureFunction.exactly(name, 2, a -> TextFunctions.trimSuffix(a.text(0), a.text(1)));
            case "sprig_trunc" -> PureFunction.exactly(name, 2, a -> trunc(a.integer(0), a.text(1)));
            case "sprig_substr" -> PureFunction.exactly(name, 3, a -> substr(a.integer(0), a.integer(1), a.text(2)));
            case "sprig_repeat" -> PureFunction.exactly(name, 2, a -> repeat(a.integer(0), a.text(1)));
            case "sprig_contains" ->
                PureFunction.exactly(name, 2, a -> a.text(1).contains(a.text(0)));
            case "sprig_hasPrefix" ->
                PureFunction.exactly(name, 2, a -> a.text(1).startsWith(a.text(0)));
            case "sprig_hasSuffix" ->
                PureFunction.exactly(name, 2, a -> a.text(1).endsWith(a.text(0)));
            case "sprig_quote" ->
                PureFunction.atLeast(name, 0, a -> joined(a, value -> GoFormat.quote(GoKinds.text(value))));
            case "sprig_squote" ->
                PureFunction.atLeast(name, 0, a -> joined(a, value -> "'" + GoKinds.text(value) + "'"));
            case "sprig_cat" -> PureFunction.atLeast(name, 0, a -> joined(a, GoFormat::print));
            case "sprig_indent" -> PureFunction.exactly(name, 2, a -> indent(a.integer(0), a.text(1)));
            case "sprig_nindent" -> PureFunction.exactly(name, 2, a -> "\n" + indent(a.integer(0), a.text(1)));
            case "sprig_replace" ->
                PureFunction.exactly(name, 3, a -> TextFunctions.replaceAll(a.text(0), a.text(1), a.text(2)));
            case "sprig_plural" -> PureFunction.exactly(name, 3, a -> plural(a.text(0), a.text(1), a.integer(2)));
            case "sprig_toString" -> PureFunction.exactly(name, 1, a -> GoKinds.text(a.get(0)));
            case "sprig_toStrings" -> PureFunction.exactly(name, 1, a -> strings(a.get(0)));
            case "sprig_join" -> PureFunction.exactly(name, 2, a -> join(a.text(0), a.get(1)));
            case "sprig_sortAlpha" -> PureFunction.exactly(name, 1, a -> sorted(a.get(0)));
            case "sprig_split" -> PureFunction.exactly(name, 2, a -> numbered(split(a.text(0), -1, a.text(1))));
            case "sprig_splitn" ->
                PureFunction.exactly(name, 3, a -> numbered(split(a.text(0), a.integer(1), a.text(2))));
            case "sprig_splitList" ->
                PureFunction.exactly(name, 2, a -> GoList.ofStrings(split(a.text(0), -1, a.text(1))));
            case "sprig_fail" -> PureFunction.exactly(name, 1, a -> fail(a.text(0)));
            default -> null;
        };
    }

    private static String trunc(long count, String text) {
        if (count < 0 && text.length() + count > 0) {
            return text.substring((int) (text.length() + count));
        }
        return count >= 0 && text.length() > count ? text.substring(0, (int) count) : text;
    }

    private static String substr(long start, long end, String text) throws FunctionException {
        long from = Math.max(start, 0);
        long to = start >= 0 && (end < 0 || end > text.length()) ? text.length() : end;
        if (from > to || to > text.length()) {
            throw FunctionException.failed("slice bounds out of range");
        }
        return text.substring((int) from, (int) to);
    }

    private static String repeat(long count, String text) throws FunctionException {
        if (count < 0) {
            throw FunctionException.failed("negative repeat count");
        }
        if (!text.isEmpty() && count > Executor.LONGEST_OUTPUT / text.length()) {
            throw FunctionException.failed(count + " repetitions are more than an output can hold");
        }
        return text.isEmpty() ? "" : text.repeat((int) count);
    }

    private static String joined(Arguments arguments, java.util.function.Function<Object, String> text) {
        return arguments.values().stream().filter(Objects::nonNull).map(text).collect(Collectors.joining(" "));
    }

    private static String indent(long spaces, String text) throws FunctionException {
        if (spaces < 0) {
            throw FunctionException.failed("negative repeat count");
        }
        long lines = text.chars().filter(c -> c == '\n').count() + 1;
        if (spaces > Executor.LONGEST_OUTPUT / lines) {
            throw FunctionException.failed("an indent of " + spaces + " is more than an output can hold");
        }
        String padding = " ".repeat((int) spaces);
        return padding + text.replace("\n", "\n" + padding);
    }

    private static String plural(String one, String many, long count) {
        return count == 1 ? one : many;
    }

    private static GoList strings(@Nullable Object value) {
        if (GoNil.isNil(value) && value instanceof GoList) {
            return GoNil.STRINGS;
        }
        return GoList.ofStrings(texts(value));
    }

    private static List<String> texts(@Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            return value == null ? List.of() : List.of(GoKinds.text(value));
        }
        List<String> texts = new ArrayList<>();
        for (Object element : list) {
            if (element != null) {
                texts.add(GoKinds.text(element));
            }
        }
        return texts;
    }

    private static String join(String separator, @Nullable Object value) {
        return String.join(separator, texts(value));
    }

    private static GoList sorted(@Nullable Object value) {
        return value == null
                ? GoList.ofStrings(List.of(GoKinds.text(null)))
                : GoList.ofStrings(texts(value).stream().sorted().toList());
    }

    /** The parts, of which there are no more than a limit when it is not negative. */
    private static List<String> split(String separator, long limit, String text) {
        if (limit == 0) {
            return List.of();
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (limit < 0 || parts.size() < limit - 1) {
            int end = separator.isEmpty() ? characterEnd(text, from) : text.indexOf(separator, from);
            if (end < 0) {
                break;
            }
            parts.add(text.substring(from, end));
            from = end + separator.length();
        }
        if (!separator.isEmpty() || from < text.length()) {
            parts.add(text.substring(from));
        }
        return parts;
    }

    private static int characterEnd(String text, int from) {
        return from < text.length() ? from + Runes.width(text, from) : -1;
    }

    private static GoMap numbered(List<String> parts) {
        Map<String, String> numbered = new TreeMap<>();
        for (int i = 0; i < parts.size(); i++) {
            numbered.put("_" + i, parts.get(i));
        }
        return new GoMap("string", "string", numbered);
    }

    private static Object fail(String message) throws FunctionException {
        throw FunctionException.failed(message);
    }
}
