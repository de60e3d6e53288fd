package io.github.vaultrenderer.template.gotemplate.functions;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.parse.Runes;
import org.jspecify.annotations.Nullable;

/** consul-template's functions with regular expressions, which are RE2's: they take linear time. */
final class RegexFunctions {

    private RegexFunctions() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "regexMatch" ->
                PureFunction.exactly(
                        name,
                        2,
                        a -> compile(a.text(0)).matcher(Runes.decode(a.text(1))).find());
            case "regexReplaceAll" ->
                PureFunction.exactly(name, 3, a -> replaceAll(compile(a.text(0)), a.text(1), new RegexText(a.text(2))));
            default -> null;
        };
    }

    static Pattern compile(String expression) throws FunctionException {
        if (!Runes.valid(expression)) {
            throw FunctionException.failed("error parsing regexp: invalid UTF-8");
        }
        try {
            return Pattern.compile(Runes.decode(expression));
        } catch (PatternSyntaxException malformed) {
            throw FunctionException.failed("error parsing regexp: " + malformed.getDescription());
        }
    }

    /** As Go does it: an empty match right behind another match does not count. */
    static String replaceAll(Pattern pattern, String template, RegexText text) {
        Matcher matcher = text.matcher(pattern);
        RegexText replacement = new RegexText(template);
        StringBuilder out = new StringBuilder();
        int length = text.decoded().length();
        int copied = 0;
        int from = 0;
        while (from <= length && matcher.find(from)) {
            out.append(text.part(copied, matcher.start()));
            if (matcher.end() > copied || matcher.start() == 0) {
                expand(replacement, matcher, pattern, text, out);
            }
            copied = matcher.end();
            from = matcher.end() > from ? matcher.end() : text.after(from);
        }
        return out.append(text.part(copied, length)).toString();
    }

    /** Puts what {@code $1}, {@code $name} and {@code ${name}} mean; what names no group means nothing. */
    private static void expand(
            RegexText replacement, Matcher matcher, Pattern pattern, RegexText text, StringBuilder out) {
        String template = replacement.decoded();
        int i = 0;
        while (i < template.length()) {
            int next = replacement.after(i);
            int end = template.charAt(i) == '$' ? nameEnd(template, next) : -1;
            if (template.startsWith("$$", i)) {
                out.append('$');
                i = next + 1;
            } else if (end < 0) {
                out.append(replacement.part(i, next));
                i = next;
            } else {
                boolean braces = template.charAt(next) == '{';
                String name = braces ? template.substring(next + 1, end - 1) : template.substring(next, end);
                out.append(group(matcher, pattern, text, name));
                i = end;
            }
        }
    }

    /** Where a group's name ends that begins there, with its braces; -1 when none does. */
    private static int nameEnd(String template, int start) {
        boolean braces = template.startsWith("{", start);
        int first = braces ? start + 1 : start;
        int end = first;
        while (end < template.length() && isWord(template.codePointAt(end))) {
            end += Character.charCount(template.codePointAt(end));
        }
        if (end == first || (braces && !template.startsWith("}", end))) {
            return -1;
        }
        return braces ? end + 1 : end;
    }

    private static boolean isWord(int c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static String group(Matcher matcher, Pattern pattern, RegexText text, String name) {
        Integer number = pattern.namedGroups().get(name);
        if (name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            boolean known = name.length() < 8 && Integer.parseInt(name) <= matcher.groupCount();
            number = known ? Integer.valueOf(name) : null;
        }
        return number == null || matcher.start(number) < 0 ? "" : text.part(matcher.start(number), matcher.end(number));
    }
}
