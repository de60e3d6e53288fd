package io.github.vaultrenderer.template.gotemplate;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary templates over the whole grammar, most of which are valid. */
final class GeneratedTemplates {

    /** Stand for two braces that are text, whatever a template's delimiters are. */
    static final String TEXT_LEFT = "\uE000";

    static final String TEXT_RIGHT = "\uE001";

    private static final int DEEPEST = 2;
    private static final int RIGHT_ONES = 30;
    private static final String SECRET = "secret \"secret/org1/app1\"";
    private static final String DATA =
            "{\"var\":\"42\",\"n\":1.5,\"flag\":true,\"off\":false,\"empty\":\"\",\"nul\":null,"
                    + "\"list\":[\"b\",\"a\",\"c\"],\"map\":{\"z\":\"1\",\"a\":{\"deep\":\"x\"}},\"uni\":\"héllo☃\","
                    + "\"html\":\"<a href='x'>\"}";

    private final GeneratedExpressions expressions = new GeneratedExpressions();

    /** Templates that are to be compared. */
    static Arbitrary<String> templates() {
        GeneratedTemplates templates = new GeneratedTemplates();
        return Arbitraries.frequencyOf(
                Tuple.of(RIGHT_ONES, templates.whole()),
                Tuple.of(1, templates.whole().flatMap(GeneratedTemplates::damaged)));
    }

    private Arbitrary<String> whole() {
        // consul-template blacks out in errors what secrets hold: places can be compared where there are none.
        Arbitrary<String> data = Arbitraries.of("sprig_dict \"Data\" (parseJSON `" + DATA + "`)", SECRET);
        Arbitrary<String> start = Combinators.combine(simple(), simple(), data)
                .as((x, y, s) -> "{{ $x := " + x + " }}{{ $y := " + y + " }}{{ $s := " + s + " }}");
        Arbitrary<String> one =
                Combinators.combine(start, action(expressions.pipeline(2))).as(String::concat);
        Arbitrary<String> several = Combinators.combine(
                        start, definitions(), statements(0, false), Arbitraries.of("", "", "\n", "end"))
                .as((first, definitions, body, end) -> first + definitions + body + end);
        return Arbitraries.frequencyOf(Tuple.of(1, one), Tuple.of(1, several));
    }

    /** A value that hangs from no variable: none is declared yet. */
    private static Arbitrary<String> simple() {
        return Arbitraries.oneOf(GeneratedValues.of("n"), GeneratedValues.of("s"), GeneratedValues.of("*"))
                .map(value -> value.contains("$") ? "1" : value);
    }

    private Arbitrary<String> definitions() {
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just("")),
                Tuple.of(2, definition("a", "b")),
                Tuple.of(
                        1,
                        Combinators.combine(definition("a", "b"), definition("b", "c"), Arbitraries.of("", " ", "\n"))
                                .as((first, second, between) -> first + between + second)),
                Tuple.of(
                        1,
                        mostly(
                                List.of(
                                        "{{ define \"a\" }}  {{ end }}{{ define \"a\" }}two{{ end }}",
                                        "{{ define \"a\" }}one{{ end }}{{ define \"a\" }}{{/* c */}} {{ end }}",
                                        "{{ define `b` }}{{ $ }}{{ end }}",
                                        "{{ define \"a\" }}{{ range 3 }}{{ . }}{{ break }}{{ end }}{{ end }}"),
                                "{{ define \"a\" }}one{{ end }}{{ define \"a\" }}two{{ end }}",
                                "{{ define \"\" }}main{{ end }}",
                                "{{ define \"a\" }}{{ if . }}{{ define \"b\" }}{{ end }}{{ end }}{{ end }}",
                                "{{ define a }}{{ end }}",
                                "{{ define \"a\" }}{{ break }}{{ end }}",
                                "{{ define \"a\" }}x{{ else }}y{{ end }}")));
    }

    private Arbitrary<String> definition(String name, String called) {
        Arbitrary<String> call = Arbitraries.of("", "{{ template \"" + called + "\" . }}");
        return Combinators.combine(statements(1, false), call)
                .as((body, last) -> "{{ define \"" + name + "\" }}{{ $x := . }}{{ $y := 1 }}{{ $s := sprig_dict }}"
                        + body + last + "{{ end }}");
    }

    private Arbitrary<String> statements(int depth, boolean loop) {
        return statement(depth, loop).list().ofMinSize(1).ofMaxSize(2).map(all -> String.join("", all));
    }

    private Arbitrary<String> statement(int depth, boolean loop) {
        Arbitrary<String> simple = Arbitraries.frequencyOf(
                Tuple.of(12, action(expressions.pipeline(2))),
                Tuple.of(
                        3,
                        Arbitraries.of("text", " ", "\n", "  \n ", "é", "{", "}}", "\t", "-}}", "a\r\n", "{ ", "<b>")),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                TEXT_LEFT + " . " + TEXT_RIGHT,
                                TEXT_LEFT,
                                TEXT_RIGHT,
                                "{{/**/}}" + TEXT_LEFT + "/* */" + TEXT_RIGHT)),
                Tuple.of(2, action(assignment())),
                Tuple.of(2, call()),
                Tuple.of(1, comment()),
                Tuple.of(1, jump(loop)));
        Arbitrary<String> leaf = Arbitraries.frequencyOf(
                Tuple.of(2 * RIGHT_ONES, simple), Tuple.of(1, action(GeneratedValues.malformed())));
        return depth >= DEEPEST
                ? leaf
                : Arbitraries.frequencyOf(
                        Tuple.of(5, leaf), Tuple.of(4, Arbitraries.lazyOf(() -> control(depth, loop))));
    }

    private Arbitrary<String> assignment() {
        return Combinators.combine(
                        mostly(List.of("$x", "$y", "$x", "$"), "$z"),
                        mostly(List.of(" := ", " = ", ":= ", " =\n"), "="),
                        expressions.pipeline(1))
                .as((variable, sign, value) -> variable + sign + value);
    }

    private static Arbitrary<String> comment() {
        return mostly(
                List.of("{{/* a comment */}}", "{{- /* a comment */ -}}", "{{/* }} */}}"),
                "{{ /* no comment */ }}",
                "{{/* open",
                "{{/**/ }}");
    }

    private static Arbitrary<String> jump(boolean loop) {
        List<String> right = loop
                ? List.of("{{ break }}", "{{ continue }}", "{{ if $x }}{{ break }}{{ end }}")
                : List.of("{{ $x }}", "{{ $y }}", "{{ . }}");
        return mostly(right, "{{ break }}", "{{ break 1 }}");
    }

    private Arbitrary<String> call() {
        return Combinators.combine(
                        Arbitraries.of("template", "template", "block"),
                        mostly(List.of("\"a\"", "\"b\"", "`a`"), "\"c\"", "\"nope\"", "a", "1", "\"\\q\""),
                        Arbitraries.oneOf(
                                Arbitraries.of("", " ."),
                                expressions.pipeline(1).map(value -> " " + value)))
                .as((keyword, name, value) -> keyword.equals("block")
                        // Of a name that nothing else has, mostly.
                        ? "{{ block " + name.replace("a", "block" + value.length()) + (value.isEmpty() ? " ." : value)
                                + " }}block {{ . }}{{ end }}"
                        : "{{ template " + name + value + " }}");
    }

    private Arbitrary<String> control(int depth, boolean loop) {
        return Arbitraries.oneOf(branch(depth, loop), range(depth));
    }

    private Arbitrary<String> branch(int depth, boolean loop) {
        Arbitrary<String> declared = mostly(List.of("", "", "", "$x := ", "$z := ", "$y = "), "$z = ", "$x, $y := ");
        Arbitrary<String> head =
                Combinators.combine(declared, expressions.pipeline(1)).as(String::concat);
        Arbitrary<String> body = statements(depth + 1, loop);
        return Combinators.combine(
                        Arbitraries.of("if", "with"),
                        head,
                        body,
                        mostly(List.of("", "else", "else if"), "if", "with", "range", "else else"),
                        expressions.pipeline(1),
                        body,
                        trims())
                .as((keyword, first, then, chained, second, otherwise, trims) -> trims.get(0) + keyword + " " + first
                        + trims.get(1) + then + chain(keyword, chained, second, otherwise, trims) + trims.get(2) + "end"
                        + trims.get(3));
    }

    private static String chain(String keyword, String chained, String second, String otherwise, List<String> trims) {
        return switch (chained) {
            case "" -> "";
            case "else" -> trims.get(2) + "else" + trims.get(1) + otherwise;
            case "else if" -> "{{ else " + keyword + " " + second + " }}" + otherwise + "{{ else }}last{{ . }}";
            case "else else" -> "{{ else }}" + otherwise + "{{ else }}";
            default -> "{{ else " + chained + " " + second + " }}" + otherwise;
        };
    }

    private Arbitrary<String> range(int depth) {
        Arbitrary<String> variables = mostly(
                List.of("", "", "$e := ", "$i, $e := ", "$x = ", "$x, $y = ", "$x := ", "$i,$e:= "),
                "$i, $x ",
                "$i, ",
                "$i, $e, $f := ");
        Arbitrary<String> body = Combinators.combine(
                        mostly(List.of("{{ . }},", "", "{{ $x }}", "[{{ . }}]"), "{{ .a }}", "{{ $e.b }}"),
                        statements(depth + 1, true))
                .as(String::concat);
        return Combinators.combine(
                        variables,
                        expressions.rangeable(1),
                        body,
                        mostly(List.of("", "", "{{ else }}none"), "{{ else if . }}", "{{ else }}{{ break }}"),
                        trims())
                .as((declared, value, each, otherwise, trims) -> trims.get(0) + "range " + declared + value
                        + trims.get(1)
                        + elements(declared) + each + otherwise + (otherwise.endsWith("none") ? elements(declared) : "")
                        + trims.get(2) + "end" + trims.get(3));
    }

    /** Shows the variables that a range declares. */
    private static String elements(String declared) {
        boolean both = declared.startsWith("$i") && declared.endsWith("= ");
        return both ? "{{ $i }}={{ $e }};" : declared.startsWith("$e") ? "{{ $e }}" : "";
    }

    private static Arbitrary<String> action(Arbitrary<String> pipeline) {
        return Combinators.combine(trims(), pipeline).as((trims, inner) -> trims.get(0) + inner + trims.get(1));
    }

    /** An action's beginning and end, twice. */
    private static Arbitrary<List<String>> trims() {
        Arbitrary<String> left = Arbitraries.of("{{ ", "{{ ", "{{ ", "{{- ", "{{", "{{\n", "{{-\t");
        Arbitrary<String> right = Arbitraries.of(" }}", " }}", " }}", " -}}", "}}", "\n}}", "\t-}}");
        return Combinators.combine(left, right, left, right).as(List::of);
    }

    /** A template with a piece missing, or one too many. */
    private static Arbitrary<String> damaged(String template) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, template.length()),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(
                                "", "{{", "}}", "(", ")", "|", "\"", ".", " ", "$", ",", ":=", "é", "“", "\0", "end"))
                .as((at, length, piece) -> template.substring(0, at)
                        + piece
                        + template.substring(Math.min(template.length(), at + length)));
    }

    /** One of those that are right, and now and then one that may not be. */
    private static Arbitrary<String> mostly(List<String> right, String... wrong) {
        return Arbitraries.frequencyOf(Tuple.of(RIGHT_ONES, Arbitraries.of(right)), Tuple.of(1, Arbitraries.of(wrong)));
    }
}
