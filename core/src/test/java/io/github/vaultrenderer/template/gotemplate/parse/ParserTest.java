package io.github.vaultrenderer.template.gotemplate.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vaultrenderer.template.TemplateException;
import io.github.vaultrenderer.template.TemplateSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text",
                "{{.}}{{.a.b}}{{$}}{{$.a}}",
                "{{if .a}}b{{else}}c{{end}}",
                "{{with $x := f .a 1 \"s\"}}{{$x.y}}{{end}}",
                "{{range $i, $e := .list}}{{break}}{{continue}}{{else}}none{{end}}",
                "{{f (g .a | h) `raw` 'c' 1.5 nil true}}",
                "{{(f 1).a.b | g}}",
                "{{template \"t\" .}}"
            })
    void printsBackWhatItRead(String source) {
        assertThat(NodePrinter.print(parse(source).main())).isEqualTo(source);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {{ if .a }}            | 1:12 | unexpected EOF
                    {{ nope }}             | 1:4  | function "nope" not defined
                    a {{ $x }}             | 1:6  | undefined variable "$x"
                    {{ "abc }}             | 1:4  | unterminated quoted string
                    {{/* }}                | 1:1  | unclosed comment
                    {{ . }                 | 1:6  | unrecognized character in action: U+007D '}'
                    {{ (f }}               | 1:7  | unclosed left paren
                    {{ end }}              | 1:4  | unexpected <end>
                    é{{ nope }}            | 1:5  | function "nope" not defined
                    {{ break }}            | 1:4  | {{break}} outside {{range}}
                    {{ 1 f:f }}            | 1:7  | expected :=
                    """)
    void tellsWhatIsWrongAndWhere(String source, String place, String reason) {
        TemplateException failure = catchThrowableOfType(TemplateException.class, () -> parse(source));

        assertThat(failure).as(source).isNotNull();
        assertThat(failure.getMessage())
                .startsWith("template: t:" + place.strip() + ": ")
                .contains(reason.strip());
    }

    @Test
    void countsLines() {
        TemplateException failure =
                catchThrowableOfType(TemplateException.class, () -> parse("one\ntwo\n  {{ nope }}"));

        assertThat(failure.line()).isEqualTo(3);
        assertThat(failure.column()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{ (", "{{ if . }}", "{{ with . }}{{ else with . }}", "{{ range . }}{{ (f "})
    void deepNestingIsAnErrorAndNoOverflow(String piece) {
        String source = "{{ if . }}" + piece.repeat(100_000);

        assertThat(catchThrowableOfType(TemplateException.class, () -> parse(source)))
                .isNotNull();
    }

    @Property(tries = 3000)
    void neverFailsOtherwise(@ForAll("pieces") String source) {
        try {
            parse(source);
        } catch (TemplateException expected) {
            assertThat(expected.line()).isPositive();
        }
    }

    @Property(tries = 1000)
    void whatPrintsParsesToTheSame(@ForAll("pieces") String source) {
        TemplateTree tree;
        try {
            tree = parse(source);
        } catch (TemplateException notATemplate) {
            return;
        }
        if (tree.defined().isEmpty()) {
            String printed = GoText.decode(NodePrinter.print(tree.main()));
            assertThat(NodePrinter.print(parse(printed).main())).isEqualTo(GoText.encode(printed));
        }
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                        "{{",
                        "}}",
                        "{{- ",
                        " -}}",
                        "if ",
                        "else",
                        "end",
                        "range ",
                        "with ",
                        "define ",
                        "block ",
                        "template ",
                        "break",
                        "continue",
                        "\"t\"",
                        "`r`",
                        "'c'",
                        "'",
                        "\"",
                        ".",
                        ".a",
                        "$",
                        "$x",
                        ":=",
                        "=",
                        "|",
                        "(",
                        ")",
                        ",",
                        " ",
                        "\n",
                        "1",
                        "-1",
                        "0x1f",
                        "1e3",
                        "nil",
                        "true",
                        "f",
                        "g ",
                        "/*",
                        "*/",
                        "é",
                        "\0",
                        "text")
                .list()
                .ofMaxSize(25)
                .map(pieces -> String.join("", pieces));
    }

    private static TemplateTree parse(String source) {
        return TemplateTree.parse(TemplateSource.of("t", source), name -> name.matches("[fgh]"));
    }
}
