package io.github.vaultrenderer.template.gotemplate;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary templates, of which some have other delimiters, and some may name no key that is not there. */
final class GeneratedCases {

    private static final String USUAL_LEFT = "{{";
    private static final String USUAL_RIGHT = "}}";

    /** What a template's usual delimiters become; an empty one stays what it is. */
    private record Pair(String left, String right) {}

    /** Such as are seen in configurations. */
    private static final List<Pair> COMMON = List.of(
            new Pair("[[", "]]"),
            new Pair("<%", "%>"),
            new Pair("{%", "%}"),
            new Pair("<<", ">>"),
            new Pair("${", "}"),
            new Pair("((", "))"),
            new Pair("<!--", "-->"),
            new Pair("{{{", "}}}"),
            new Pair("[[", ""),
            new Pair("", "]]"),
            new Pair("@@", "@@"),
            new Pair("/*", "*/"));

    /** Such as mean something within an action too, hold what trims, or are of more bytes than characters. */
    private static final List<Pair> ODD = List.of(
            new Pair("{", "}"),
            new Pair("<", ">"),
            new Pair("(", ")"),
            new Pair("%", "%"),
            new Pair("$", "$"),
            new Pair("|", "|"),
            new Pair("\"", "\""),
            new Pair("`", "`"),
            new Pair(".", "."),
            new Pair("=", ":="),
            new Pair("-", "-"),
            new Pair("{{-", "-}}"),
            new Pair("{{ -", "- }}"),
            new Pair("--", "--"),
            new Pair("- ", " -"),
            new Pair("/*", "/*"),
            new Pair("//", "*/"),
            new Pair("[[/*", "*/]]"),
            new Pair("BEGIN", "END"),
            new Pair("end", "end"),
            new Pair("x", "y"),
            new Pair("1", "2"),
            new Pair("«", "»"),
            new Pair("☃", "😀"),
            new Pair("é-", "-é"),
            new Pair(" ", "\n"),
            new Pair("\n", "\n"),
            new Pair("\0", "\0"),
            new Pair("}}", "{{"),
            new Pair("{{", "{{"),
            new Pair("}", "{"));

    private GeneratedCases() {}

    /** Cases that are to be compared. */
    static Arbitrary<TemplateCase> cases() {
        Arbitrary<Pair> delimiters = Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.just(new Pair("", ""))),
                Tuple.of(3, Arbitraries.of(COMMON)),
                Tuple.of(1, Arbitraries.of(ODD)));
        Arbitrary<Boolean> errorOnMissingKey = Arbitraries.frequency(Tuple.of(3, false), Tuple.of(1, true));
        return Combinators.combine(GeneratedTemplates.templates(), delimiters, errorOnMissingKey)
                .as(GeneratedCases::of);
    }

    /** The same template between other delimiters; the usual ones are text then, where they were to be. */
    private static TemplateCase of(String template, Pair delimiters, boolean errorOnMissingKey) {
        String left = delimiters.left().isEmpty() ? USUAL_LEFT : delimiters.left();
        String right = delimiters.right().isEmpty() ? USUAL_RIGHT : delimiters.right();
        StringBuilder written = new StringBuilder();
        int position = 0;
        while (position < template.length()) {
            boolean opens = template.startsWith(USUAL_LEFT, position);
            if (opens || template.startsWith(USUAL_RIGHT, position)) {
                written.append(opens ? left : right);
                position += USUAL_LEFT.length();
            } else {
                written.append(template.charAt(position++));
            }
        }
        String text = written.toString()
                .replace(GeneratedTemplates.TEXT_LEFT, USUAL_LEFT)
                .replace(GeneratedTemplates.TEXT_RIGHT, USUAL_RIGHT);
        return new TemplateCase(text, delimiters.left(), delimiters.right(), errorOnMissingKey);
    }
}
