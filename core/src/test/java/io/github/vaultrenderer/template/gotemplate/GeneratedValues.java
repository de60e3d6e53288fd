package io.github.vaultrenderer.template.gotemplate;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary operands as templates write them, by kind: literals in all their forms, and values that are no literals. */
final class GeneratedValues {

    /** The kinds of {@code functions.txt} that have no fixed choice, and the words of the others. */
    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("b", List.of("true", "false", "(eq 1 1)", "$s.Data.flag", "$s.Data.off")),
            // Go may have reserved more for other lists.
            Map.entry("L3", List.of("(sprig_list 1 2 3)")),
            Map.entry("aes", List.of("\"k\"")),
            Map.entry("ri", List.of("3 4", "0 1", "-2 -1", "5 3", "3 3")),
            Map.entry("sfm", List.of("\"%v\"", "\"%#v %s\"", "\"a %d\"", "\"%+v\"")),
            Map.entry("bo", List.of("\"true\"", "\"F\"", "\"\"", "\"1\"", "\"yes\"", "\"True\"")),
            Map.entry(
                    "nu",
                    List.of(
                            "\"42\"",
                            "\"-7\"",
                            "\"\"",
                            "\"0x1f\"",
                            "\"1_000\"",
                            "\"3.5\"",
                            "\"1e3\"",
                            "\"9223372036854775808\"",
                            "\"-9223372036854775808\"",
                            "\"18446744073709551615\"",
                            "\"inf\"",
                            "\"NaN\"",
                            "\" 1\"",
                            "\"017\"",
                            "\"0b11\"",
                            "\"+5\"",
                            "\"abc\"")),
            Map.entry(
                    "re",
                    List.of(
                            "\"a\"",
                            "\"[a-z]+\"",
                            "\"(a)(b)?\"",
                            "\"\"",
                            "\"(?i)HI\"",
                            "`\\d+`",
                            "`(?P<n>\\w)(\\w)`",
                            "\"^.\"",
                            "\".$\"",
                            "\"a*\"",
                            "`\\pL`",
                            "\"[\"",
                            "\"(?s).+\"",
                            "`\\bh`",
                            "\"é|日\"",
                            "\"x{2,3}\"")),
            Map.entry(
                    "rp", List.of("\"\"", "\"x\"", "\"$1\"", "\"${1}y\"", "\"$1y\"", "\"$n$$\"", "\"${n\"", "\"$0\"")),
            Map.entry(
                    "ym",
                    List.of(
                            "\"a: 1\"",
                            "\"- a\\n- 2\\n- null\"",
                            "\"a: {b: [1, x]}\"",
                            "\"n: yes\"",
                            "\"\"",
                            "\"x\"",
                            "\"a: 1.5e3\\nb: 0x1f\\nc: ~\"",
                            "\"a: [\"",
                            "\"1: a\\ntrue: b\"",
                            "\"a: |\\n  text\\n  more\\n\"")),
            Map.entry(
                    "du",
                    List.of(
                            "\"1h\"",
                            "\"-90m\"",
                            "\"1.5s\"",
                            "\"300ms\"",
                            "\"2h45m10s\"",
                            "\"0\"",
                            "\"\"",
                            "\"x\"",
                            "\"1d\"")),
            Map.entry(
                    "la",
                    List.of(
                            "\"2006-01-02\"",
                            "\"2006-01-02T15:04:05Z07:00\"",
                            "\"Jan _2 2006\"",
                            "\"Monday, 02-Jan-06 15:04:05 MST\"",
                            "\"15:04\"",
                            "\"\"")),
            Map.entry(
                    "da",
                    List.of(
                            "\"2024-02-29\"",
                            "\"2023-02-29\"",
                            "\"2020-01-02T03:04:05Z\"",
                            "\"Feb  3 2021\"",
                            "\"Monday, 02-Jan-06 15:04:05 UTC\"",
                            "\"23:59\"",
                            "\"\"")),
            Map.entry(
                    "sv", List.of("\"1.2.3\"", "\"v1.2\"", "\"1.2.3-rc.1+b5\"", "\"\"", "\"1.x\"", "\"0.0.1-alpha\"")),
            Map.entry(
                    "sc",
                    List.of(
                            "\"^1.2\"",
                            "\"~1.2.3\"",
                            "\">=1.0, <2.0\"",
                            "\"1.2.x\"",
                            "\"!=1.2.3\"",
                            "\"\"",
                            "\"*\"",
                            "\"1 - 2 || ^3\"")),
            Map.entry(
                    "pa",
                    List.of(
                            "\"/a/b.txt\"",
                            "\"a/../b\"",
                            "\"\"",
                            "\"/\"",
                            "\"a//b/./c\"",
                            "\"../..\"",
                            "\"x.tar.gz\"",
                            "\"/a/\"")),
            Map.entry(
                    "ur",
                    List.of(
                            "\"https://u:p@h.example:8080/a%20b?q=1#f\"",
                            "\"http://h\"",
                            "\"/only/path?x\"",
                            "\"mailto:a@b\"",
                            "\"\"",
                            "\"://\"",
                            "\"http://[::1]:80/\"",
                            "\"http://h/%zz\"")),
            Map.entry(
                    "b64",
                    List.of(
                            "\"aGk=\"",
                            "\"aGk\"",
                            "\"_-8=\"",
                            "\"/+8=\"",
                            "\"\"",
                            "\"w6k=\"",
                            "\"a b\"",
                            "\"aG\\nk=\"")),
            Map.entry("b32", List.of("\"NBUQ====\"", "\"NBUQ\"", "\"\"", "\"nbuq====\"", "\"1\"")),
            Map.entry(
                    "T", List.of("(sprig_toDate \"2006-01-02\" \"2024-02-29\")", "(sprig_toDate \"15:04\" \"23:59\")")),
            Map.entry(
                    "S",
                    List.of(
                            "(split \",\" \"a,b\")",
                            "(split \",\" \"\")",
                            "(split \"\" \"hé\")",
                            "(sprig_splitList \"-\" \"a-b-c-a\")",
                            "(secrets \"secret/org1\")")),
            Map.entry(
                    "L",
                    List.of(
                            "(sprig_list)",
                            "(sprig_list 1 \"a\" nil true 2.5)",
                            "(sprig_list 3 1 2 1)",
                            "(sprig_list \"b\" \"\" \"a\")",
                            "(sprig_list (sprig_list 1) (sprig_dict \"k\" 1))",
                            "(loop 3)",
                            "(sprig_until 3)",
                            "$s.Data.list")),
            Map.entry(
                    "M",
                    List.of(
                            "(sprig_dict)",
                            "(sprig_dict \"a\" 1 \"b\" \"x\")",
                            "(sprig_dict \"a\" (sprig_dict \"b\" nil \"c\" 2.5) \"z\" \"\")",
                            "(sprig_dict \"scheme\" \"http\" \"host\" \"h\" \"path\" \"/p q\" \"query\" \"a=1\")",
                            "(sprig_deepCopy $s.Data)",
                            "$s.Data.map")),
            Map.entry(
                    "M1",
                    List.of(
                            "(sprig_dict)",
                            "(sprig_dict \"a\" 1.5)",
                            "(sprig_dict \"é\" nil)",
                            "(parseJSON `{\"a\":[1]}`)")),
            Map.entry("N", List.of("(splitToMap \",\" \":\" \"a:1,b:2\")", "(sprig_split \"-\" \"a-b\")")));

    private static final List<String> INTEGERS = List.of(
            "0",
            "1",
            "2",
            "3",
            "-1",
            "7",
            "12",
            "255",
            "1234567",
            "-9223372036854775808",
            "9223372036854775807",
            "0x1F",
            "0b101",
            "0o17",
            "017",
            "1_000",
            "0x_f",
            "+4",
            "-0xE",
            "0i",
            "3+0i",
            "2i");

    private static final List<String> FLOATS = List.of(
            "3.5",
            "0.1",
            "-2.25",
            "1e6",
            "1e21",
            "1e-7",
            "100.0",
            "123456789.0",
            "0x1p-2",
            "0X1.8p3",
            ".5",
            "1.",
            "1E+3",
            "-0.0",
            "1_0.2_5",
            "1.7976931348623157e308",
            "5e-324",
            "2.0");

    private static final List<String> CHARACTERS = List.of(
            "'x'", "'é'", "'\\n'", "'\\''", "'\\x41'", "'\\u263a'", "'\\U0001F600'", "'\\101'", "'日'", "'\\\\'");

    /** Integers of other types than {@code int}, and numbers that are no Go numbers. */
    private static final List<String> OTHER_NUMBERS = List.of(
            "(parseInt \"-42\")",
            "(parseUint \"42\")",
            "(parseUint \"18446744073709551615\")",
            "(index \"abc\" 1)",
            "(sprig_int64 9)",
            "(len \"abcd\")",
            "$s.Data.n");

    private static final List<String> PIECES = List.of(
            "a",
            "b",
            "hi",
            "Hello World",
            " ",
            "  ",
            "\\n",
            "\\t",
            "é",
            "日本",
            "\\\"",
            "\\\\",
            "<&'>",
            "%",
            "%d",
            "\\xff",
            "\\x01",
            "\\u200b",
            "\\ue000",
            "\\U0001F600",
            "\\u2028",
            "\\u0085",
            "\\ufeff",
            ": ",
            " #",
            "- ",
            "~",
            "true",
            "a rather long text with many words, that some encoders would break in two ",
            "averylongwordthatnobodycanbreakintotwopartsasithasnospacesatallinitanywhere",
            "\\101",
            "\\a\\b\\f\\r\\v",
            "x_y-z",
            "CamelCase",
            "1",
            "0",
            ",",
            "a:1,b:2",
            "/",
            "$",
            "=",
            "\u00df",
            "\u01c6");

    private static final List<String> COMPLEX = List.of(
            "1i",
            "2.5i",
            "0i",
            "1+2i",
            "3-0i",
            "-1.5e3+2i",
            "0x1p4i",
            "010i",
            ".5-.5i",
            "2+0i",
            "0x1p2+0x3p-1i",
            "1_0i");

    /** What is no literal, or none that Go takes. */
    private static final List<String> MALFORMED = List.of(
            "\"\\q\"",
            "\"\\x4\"",
            "\"\\ud800\"",
            "\"\\400\"",
            "''",
            "'ab'",
            "'\\q'",
            "0x",
            "08",
            "1__0",
            "1_",
            "0b2",
            "0o8",
            "1e",
            "0x1.8",
            "1ee3",
            "9223372036854775808",
            "99999999999999999999",
            "1e999",
            "12ab",
            "\"",
            "'",
            "`",
            "\"a\nb\"",
            "0x1p",
            "1.2.3",
            "0x10i",
            "1+2",
            "1i+2i",
            "1+i",
            "1e999i",
            "1_e3",
            "0b1+2i",
            "+0xEFFFFFFFFFFFFFFF",
            "'\\\"'",
            "\"\\'\"");

    private GeneratedValues() {}

    /** A value of a kind. */
    static Arbitrary<String> of(String kind) {
        return switch (kind) {
            case "s" ->
                Arbitraries.frequencyOf(
                        Tuple.of(6, text()),
                        Tuple.of(1, Arbitraries.of("`raw\\`", "`a\nb`", "``", "`\"`", "`a\r\nb`")),
                        Tuple.of(
                                1,
                                Arbitraries.of(
                                        "$s.Data.var", "$s.Data.empty", "$s.Data.uni", "$s.Data.html", "$x", "$y")));
            case "i" ->
                Arbitraries.frequencyOf(
                        Tuple.of(4, Arbitraries.of("0", "1", "2", "3", "-1", "5")),
                        Tuple.of(1, Arbitraries.of("7", "12", "-3", "0x2", "0b1", "1_0")));
            case "f" -> Arbitraries.of(FLOATS);
            case "n" ->
                Arbitraries.oneOf(Arbitraries.of(INTEGERS), Arbitraries.of(FLOATS), Arbitraries.of(OTHER_NUMBERS));
            case "js" -> json(2).map(text -> "`" + text + "`");
            case "fmt" -> GeneratedFormats.formats().map(format -> "\"" + format + "\"");
            case "*" -> anything();
            default -> Arbitraries.of(WORDS.get(kind));
        };
    }

    private static Arbitrary<String> text() {
        return Arbitraries.of(PIECES).list().ofMaxSize(3).map(pieces -> "\"" + String.join("", pieces) + "\"");
    }

    private static Arbitrary<String> anything() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of("$x", "$y", ".", "$", "nil", "true", "false")),
                Tuple.of(2, Arbitraries.of(INTEGERS)),
                Tuple.of(2, Arbitraries.of(FLOATS)),
                Tuple.of(1, Arbitraries.of(CHARACTERS)),
                Tuple.of(1, Arbitraries.of(COMPLEX)),
                Tuple.of(1, Arbitraries.of(OTHER_NUMBERS)),
                Tuple.of(3, Arbitraries.lazyOf(() -> of("s"))),
                Tuple.of(3, Arbitraries.of("L", "M", "S", "N", "T").flatMap(GeneratedValues::of)),
                Tuple.of(2, json(2).map(text -> "(parseJSON `" + text + "`)")),
                Tuple.of(1, Arbitraries.of("ym").flatMap(GeneratedValues::of).map(y -> "(parseYAML " + y + ")")),
                Tuple.of(
                        2,
                        Arbitraries.of(
                                "$s.Data.nul",
                                "$s.Data.nope",
                                "$s.Data.map.a.deep",
                                "$s.Data.nope.deep",
                                "$s.LeaseDuration",
                                "$s.Nope",
                                "$x.field",
                                ".a",
                                ".a.b",
                                "(sprig_dict \"a\" nil).a",
                                "(sprig_semver \"1.2.3-rc.1\")",
                                "(sprig_semver \"1.2.3-rc.1\").Minor",
                                "$s",
                                "$s.Auth",
                                "(loop 3)",
                                "(sprig_rest (sprig_list))",
                                "(env \"A_SPECIFIC_VAR\")")));
    }

    /** An operand that the lexer or the parser refuses, mostly. */
    static Arbitrary<String> malformed() {
        return Arbitraries.of(MALFORMED);
    }

    static Arbitrary<String> json(int depth) {
        Arbitrary<String> scalar = Arbitraries.of(
                "1",
                "2.5",
                "-3",
                "1e3",
                "10000000",
                "0.000001",
                "true",
                "null",
                "\"a\"",
                "\"\"",
                "\"yes\"",
                "\"- x: y #z\"",
                "\"two\\nlines\\n\"",
                "\" lead\"",
                "\"é\\n<\\u0001\"",
                "\"b c\"");
        if (depth == 0) {
            return scalar;
        }
        Arbitrary<String> list =
                json(depth - 1).list().ofMaxSize(3).map(elements -> "[" + String.join(",", elements) + "]");
        Arbitrary<String> entry = Combinators.combine(
                        Arbitraries.of("a", "b", "c", "key one", "Z", "é", "1"), json(depth - 1))
                .as((key, value) -> "\"" + key + "\":" + value);
        Arbitrary<String> map = entry.list().ofMaxSize(3).map(entries -> "{" + String.join(",", entries) + "}");
        return Arbitraries.frequencyOf(
                Tuple.of(20, scalar),
                Tuple.of(20, list),
                Tuple.of(30, map),
                Tuple.of(1, Arbitraries.of("", "{", "[1,]", "nul", "01", "\"\\ud800\"", "[1] x")));
    }
}
