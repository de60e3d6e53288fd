package io.github.vaultrenderer.template.gotemplate.functions;

import com.google.re2j.Matcher;
import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** sprig's functions with regular expressions. */
final class SprigRegex {

    private static final String SPECIAL = "\\.+*?()|[]{}^$";

    private SprigRegex() {}

    static Map<String, Function> functions() {
        Map<String, Function> functions = new HashMap<>();
        functions.putAll(Map.ofEntries(
                PureFunction.entry("sprig_regexMatch", 2, a -> matches(a.text(0), a.text(1))),
                PureFunction.entry(
                        "sprig_mustRegexMatch",
                        2,
                        a -> !found(a.text(0), a.text(1), 1).isEmpty()),
                PureFunction.entry("sprig_regexQuoteMeta", 1, a -> quoted(a.text(0)))));
        both(functions, "regexFind", 2, a -> first(a.text(0), a.text(1)));
        both(functions, "regexFindAll", 3, a -> texts(a.text(1), found(a.text(0), a.text(1), a.whole(2))));
        both(functions, "regexSplit", 3, a -> split(a.text(0), a.text(1), a.whole(2)));
        both(functions, "regexReplaceAll", 3, SprigRegex::replaceAll);
        both(functions, "regexReplaceAllLiteral", 3, a -> replaceLiteral(a.text(0), a.text(1), a.text(2)));
        return functions;
    }

    /** A function by its own name and by that with "must", which does the same here: a template fails either way. */
    private static void both(Map<String, Function> functions, String name, int arguments, PureFunction function) {
        String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        functions.putAll(Map.ofEntries(
                PureFunction.entry("sprig_" + name, arguments, function),
                PureFunction.entry("sprig_must" + capital, arguments, function)));
    }

    /**
     * Where an expression matched, in bytes.
     *
     * @param start where the match begins
     * @param end where it ends
     */
    private record Match(int start, int end) {}

    private static boolean matches(String expression, String text) {
        try {
            return !found(expression, text, 1).isEmpty();
        } catch (FunctionException malformed) {
            return false;
        }
    }

    /** The matches, no more than a limit when it is not negative. An empty one right behind another does not count. */
    private static List<Match> found(String expression, String text, long limit) throws FunctionException {
        RegexText characters = new RegexText(text);
        List<Match> found = new ArrayList<>();
        Matcher matcher = characters.matcher(RegexFunctions.compile(expression));
        int from = 0;
        int previous = -1;
        while (from <= characters.decoded().length() && (limit < 0 || found.size() < limit) && matcher.find(from)) {
            boolean empty = matcher.end() == matcher.start();
            if (!empty || matcher.start() != previous) {
                found.add(new Match(characters.position(matcher.start()), characters.position(matcher.end())));
            }
            previous = matcher.end();
            from = empty ? characters.after(matcher.end()) : matcher.end();
        }
        return found;
    }

    private static String first(String expression, String text) throws FunctionException {
        for (Match match : found(expression, text, 1)) {
            return text.substring(match.start(), match.end());
        }
        return "";
    }

    private static GoList texts(String text, List<Match> matches) {
        return matches.isEmpty()
                ? GoNil.STRINGS
                : GoList.ofStrings(matches.stream()
                        .map(match -> text.substring(match.start(), match.end()))
                        .toList());
    }

    private static GoList split(String expression, String text, long limit) throws FunctionException {
        List<Match> matches = found(expression, text, limit);
        if (limit == 0) {
            return GoNil.STRINGS;
        }
        if (!expression.isEmpty() && text.isEmpty()) {
            return GoList.ofStrings(List.of(""));
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        int end = 0;
        for (Match match : matches) {
            if (limit > 0 && parts.size() == limit - 1) {
                break;
            }
            end = match.start();
            if (match.end() != 0) {
                parts.add(text.substring(from, end));
            }
            from = match.end();
        }
        if (end != text.length()) {
            parts.add(text.substring(from));
        }
        return GoList.ofStrings(parts);
    }

    private static String replaceAll(Arguments arguments) throws FunctionException {
        return RegexFunctions.replaceAll(
                RegexFunctions.compile(arguments.text(0)), arguments.text(2), new RegexText(arguments.text(1)));
    }

    private static String replaceLiteral(String expression, String text, String replacement) throws FunctionException {
        StringBuilder out = new StringBuilder();
        int copied = 0;
        for (Match match : found(expression, text, -1)) {
            out.append(text, copied, match.start()).append(replacement);
            copied = match.end();
        }
        return out.append(text, copied, text.length()).toString();
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder();
        text.chars()
                .forEach(c -> out.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append((char) c));
        return out.toString();
    }
}
