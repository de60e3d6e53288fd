package io.github.vaultrenderer.template.gotemplate.functions;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import io.github.vaultrenderer.template.gotemplate.parse.Runes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** consul-template's functions with regular expressions, which are RE2's: they take linear time. */
final class RegexFunctions {

    private RegexFunctions() {}

    static Map<String, Function> functions() {
        return Map.ofEntries(
                PureFunction.entry(
                        "regexMatch",
                        2,
                        a -> compile(a.text(0)).matcher(Runes.decode(a.text(1))).find()),
                PureFunction.entry(
                        "regexReplaceAll", 3, a -> replaceAll(compile(a.text(0)), a.text(1), Runes.decode(a.text(2)))));
    }

    private static Pattern compile(String expression) throws FunctionException {
        try {
            return Pattern.compile(Runes.decode(expression));
        } catch (PatternSyntaxException malformed) {
            throw FunctionException.failed("error parsing regexp: " + malformed.getDescription());
        }
    }

    /** As Go does it: an empty match right behind another match does not count. */
    private static String replaceAll(Pattern pattern, String template, String text) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder out = new StringBuilder();
        int copied = 0;
        int from = 0;
        while (from <= text.length() && matcher.find(from)) {
            out.append(text, copied, matcher.start());
            if (matcher.end() > copied || matcher.start() == 0) {
                expand(Runes.decode(template), matcher, pattern, out);
            }
            copied = matcher.end();
            if (matcher.end() > from) {
                from = matcher.end();
            } else {
                from += from < text.length() ? Character.charCount(text.codePointAt(from)) : 1;
            }
        }
        out.append(text, copied, text.length());
        return GoText.encode(out.toString());
    }

    /** Puts what {@code $1}, {@code $name} and {@code ${name}} mean; what names no group means nothing. */
    private static void expand(String template, Matcher matcher, Pattern pattern, StringBuilder out) {
        int i = 0;
        while (i < template.length()) {
            char c = template.charAt(i++);
            if (c != '$') {
                out.append(c);
            } else if (i < template.length() && template.charAt(i) == '$') {
                out.append('$');
                i++;
            } else {
                int end = nameEnd(template, i);
                if (end < 0) {
                    out.append('$');
                } else {
                    boolean braces = template.charAt(i) == '{';
                    String value = group(
                            matcher, pattern, braces ? template.substring(i + 1, end - 1) : template.substring(i, end));
                    out.append(value == null ? "" : value);
                    i = end;
                }
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

    private static @Nullable String group(Matcher matcher, Pattern pattern, String name) {
        if (name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            boolean known = name.length() < 8 && Integer.parseInt(name) <= matcher.groupCount();
            return known ? matcher.group(Integer.parseInt(name)) : null;
        }
        return pattern.namedGroups().containsKey(name) ? matcher.group(name) : null;
    }
}
