package io.github.vaultrenderer.template.gotemplate.functions;

import com.google.re2j.Matcher;
import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** sprig's functions with regular expressions. */
final class SprigRegex {

    private static final String SPECIAL = "\\.+*?()|[]{}^$";

    private SprigRegex() {}

    // A function with "must" does the same as that without: a template fails either way.
    static @Nullable Function find(String name) {
        return switch (name) {
            case "sprig_regexMatch" -> PureFunction.exactly(name, 2, a -> matches(a.text(0), a.text(1)));
            case "sprig_mustRegexMatch" ->
                PureFunction.exactly(
                        name, 2, a -> !found(a.text(0), a.text(1), 1).isEmpty());
            case "sprig_regexQuoteMeta" -> PureFunction.exactly(name, 1, a -> quoted(a.text(0)));
            case "sprig_regexFind", "sprig_mustRegexFind" ->
                PureFunction.exactly(name, 2, a -> first(a.text(0), a.text(1)));
            case "sprig_regexFindAll", "sprig_mustRegexFindAll" ->
                PureFunction.exactly(name, 3, a -> texts(a.text(1), found(a.text(0), a.text(1), a.integer(2))));
            case "sprig_regexSplit", "sprig_mustRegexSplit" ->
                PureFunction.exactly(name, 3, a -> split(a.text(0), a.text(1), a.integer(2)));
            case "sprig_regexReplaceAll", "sprig_mustRegexReplaceAll" ->
                PureFunction.exactly(name, 3, SprigRegex::replaceAll);
            case "sprig_regexReplaceAllLiteral", "sprig_mustRegexReplaceAllLiteral" ->
                PureFunction.exactly(name, 3, a -> replaceLiteral(a.text(0), a.text(1), a.text(2)));
            default -> null;
        };
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
