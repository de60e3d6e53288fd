package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Executor;
import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoList;
import io.github.vaultrenderer.template.gotemplate.exec.GoMap;
import io.github.vaultrenderer.template.gotemplate.parse.Runes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** consul-template's functions on texts. */
final class TextFunctions {

    private TextFunctions() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "toLower" -> PureFunction.exactly(name, 1, a -> Runes.map(a.text(0), Character::toLowerCase));
            case "toUpper" -> PureFunction.exactly(name, 1, a -> Runes.map(a.text(0), Character::toUpperCase));
            case "toTitle" -> PureFunction.exactly(name, 1, a -> TitleCase.of(a.text(0)));
            case "trim" -> PureFunction.exactly(name, 2, a -> trim(a.text(0), a.text(1)));
            case "trimPrefix" -> PureFunction.exactly(name, 2, a -> trimPrefix(a.text(0), a.text(1)));
            case "trimSuffix" -> PureFunction.exactly(name, 2, a -> trimSuffix(a.text(0), a.text(1)));
            case "trimSpace" -> PureFunction.exactly(name, 1, a -> Runes.trimSpace(a.text(0)));
            case "indent" -> PureFunction.exactly(name, 2, a -> indent(a.integer(0), a.text(1)));
            case "replaceAll" -> PureFunction.exactly(name, 3, a -> replaceAll(a.text(0), a.text(1), a.text(2)));
            case "join" -> PureFunction.exactly(name, 2, a -> String.join(a.text(0), a.texts(1)));
            case "split" ->
                PureFunction.exactly(name, 2, a -> GoList.ofStrings(split(a.text(0), Runes.trimSpace(a.text(1)))));
            case "splitToMap" -> PureFunction.exactly(name, 3, a -> splitToMap(a.text(0), a.text(1), a.text(2)));
            default -> null;
        };
    }

    static String trim(String cutset, String text) {
        int[] cut = Runes.codePoints(cutset);
        return Runes.trim(text, rune -> Arrays.stream(cut).anyMatch(each -> each == rune));
    }

    static String trimPrefix(String prefix, String text) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    static String trimSuffix(String suffix, String text) {
        return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
    }

    private static String indent(long spaces, String text) throws FunctionException {
        if (spaces < 0) {
            throw FunctionException.failed("indent value must be a positive integer");
        }
        long lines = text.chars().filter(c -> c == '\n').count() + 1;
        if (spaces > Executor.LONGEST_OUTPUT / lines) {
            throw FunctionException.failed("an indent of " + spaces + " is more than an output can hold");
        }
        String prefix = " ".repeat((int) spaces);
        StringBuilder out = new StringBuilder();
        boolean start = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (start && c != '\n') {
                out.append(prefix);
            }
            out.append(c);
            start = c == '\n';
        }
        return out.toString();
    }

    static String replaceAll(String from, String to, String text) {
        // Java would put it between the bytes of a character.
        return from.isEmpty()
                ? Runes.split(text).stream().map(rune -> to + rune).collect(Collectors.joining()) + to
                : text.replace(from, to);
    }

    /** The parts of a text; none of an empty one. */
    private static List<String> split(String separator, String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        if (separator.isEmpty()) {
            return Runes.split(text);
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static GoMap splitToMap(String separator, String assignment, String text) {
        Map<String, String> map = new TreeMap<>();
        for (String part : split(separator, Runes.trimSpace(text))) {
            int at = part.indexOf(assignment);
            if (at >= 0) {
                map.put(part.substring(0, at), part.substring(at + assignment.length()));
            }
        }
        return new GoMap("string", "string", map);
    }
}
