package io.github.vaultrenderer.template.gotemplate;

import java.util.List;
import java.util.Random;

/** Makes Go templates that are mostly right, of statements, functions and formats over values of every type. */
final class TemplateGenerator {

    private static final List<String> VALUES = List.of(
            "1",
            "-7",
            "0",
            "255",
            "1234567",
            "3.5",
            "0.1",
            "1e6",
            "1e21",
            "1e-7",
            "-2.25",
            "100.0",
            "123456789.0",
            "0x1p-2",
            "9223372036854775807",
            "-9223372036854775808",
            "'x'",
            "'é'",
            "true",
            "false",
            "nil",
            "\"hi\"",
            "\"é日本\"",
            "\"\"",
            "\"a\\\"b\\n\"",
            "\"\\xff\\x01\"",
            "\"\\u200b\\ue000\"",
            "`raw\\`",
            "(parseInt \"-42\")",
            "(parseUint \"42\")",
            "(parseJSON \"[1,\\\"a\\\",null,2.5,true]\")",
            "(parseJSON \"{\\\"b\\\":1,\\\"a\\\":[1,2]}\")",
            "(split \",\" \"a,b\")",
            "(index \"abc\" 1)",
            "(splitToMap \",\" \":\" \"a:1,b:2\")",
            "$x",
            "$y",
            ".",
            "$");

    /** What a range goes over quickly. */
    private static final List<String> RANGES = List.of(
            "3",
            "0",
            "(parseInt \"2\")",
            "(split \",\" \"a,b\")",
            "(loop 3)",
            "nil",
            "\"text\"",
            "(parseJSON \"[1,\\\"a\\\",null]\")",
            "(parseJSON \"{\\\"b\\\":1,\\\"a\\\":[1,2]}\")",
            "(splitToMap \",\" \":\" \"a:1,b:2\")",
            "true");

    private static final String VERBS = "vvvsssdddqqxXfeEgGtTcbobUOwz%F";
    private static final int DEEPEST = 3;

    private final Random random;

    TemplateGenerator(long seed) {
        random = new Random(seed);
    }

    String template() {
        return "{{ $x := " + simple() + " }}{{ $y := " + simple() + " }}" + statements(0);
    }

    private String statements(int depth) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(2); i >= 0; i--) {
            text.append(statement(depth));
        }
        return text.toString();
    }

    private String statement(int depth) {
        int kind = random.nextInt(depth < DEEPEST ? 12 : 6);
        return switch (kind) {
            case 6 ->
                "{{ if " + expression(depth) + " }}" + statements(depth + 1) + "{{ else if " + value()
                        + " }}b{{ else }}" + statements(depth + 1) + "{{ end }}";
            case 7 -> "{{- with " + expression(depth) + " }}" + statements(depth + 1) + "{{ else }}none{{ end -}}";
            case 8 -> "{{ range " + pick(RANGES) + " }}{{ . }},{{ else }}none{{ end }}";
            case 9 ->
                "{{ range $i, $e := " + pick(RANGES) + " }}{{ $i }}={{ $e }};"
                        + (random.nextBoolean() ? "{{ if $i }}{{ break }}{{ end }}" : "{{ continue }}lost")
                        + "{{ end }}";
            case 10 -> "{{ $x = " + expression(depth) + " }}{{ $x }}";
            case 11 -> "{{ with $x := " + value() + " }}{{ $x }}{{ end }}{{/* a comment */}}";
            default ->
                "{{ " + expression(depth)
                        + (random.nextInt(6) == 0 ? " | " + oneOf("print", "printf \"%v\"", "len", "not") : "") + " }}";
        };
    }

    private String expression(int depth) {
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> "printf \"" + format() + "\" " + values(random.nextInt(4));
            case 3 -> oneOf("eq", "ne", "lt", "le", "gt", "ge") + " " + values(2);
            case 4 ->
                oneOf("print", "println", "len", "not", "html", "js", "urlquery") + " " + values(random.nextInt(3));
            case 5 ->
                oneOf("index", "slice") + " " + value() + " "
                        + oneOf("0", "1", "2", "-1", "nil", "\"a\"", "(parseInt \"1\")") + " "
                        + oneOf("", "1", "\"b\"", "2");
            case 6 -> oneOf("and", "or") + " " + values(1 + random.nextInt(3));
            case 7 -> depth < DEEPEST ? "(" + expression(depth + 1) + ")" : value();
            default -> value();
        };
    }

    private String format() {
        StringBuilder format = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            format.append(oneOf("", "x ", "é")).append('%');
            for (int flags = random.nextInt(4) - 1; flags > 0; flags--) {
                format.append(oneOf("+", "-", "#", " ", "0"));
            }
            format.append(sometimes(12, "[1]", "[2]", "[0]", "[x]", "[]", "[9]"));
            format.append(sometimes(3, "1", "4", "8", "12", "*"));
            format.append(sometimes(3, ".", ".0", ".1", ".3", ".10", ".*"));
            format.append(sometimes(20, "[1]", "[3]"));
            format.append(VERBS.charAt(random.nextInt(VERBS.length())));
        }
        return format + sometimes(40, "%");
    }

    private String values(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i > 0 ? " " : "").append(value());
        }
        return text.toString();
    }

    private String value() {
        return pick(VALUES);
    }

    /** A value that can be a variable's. */
    private String simple() {
        return pick(VALUES.subList(0, 20));
    }

    private String sometimes(int oneIn, String... choices) {
        return random.nextInt(oneIn) == 0 ? oneOf(choices) : "";
    }

    private String oneOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
