package io.github.vaultrenderer.template.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.vaultrenderer.template.CompiledTemplate;
import io.github.vaultrenderer.template.RenderContext;
import io.github.vaultrenderer.template.Rendering;
import io.github.vaultrenderer.template.TemplateException;
import io.github.vaultrenderer.template.TemplatePermissions;
import io.github.vaultrenderer.template.TemplateSource;
import io.github.vaultrenderer.template.gotemplate.exec.Executor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whatever a template is, it renders or it is a template error: nothing else is thrown, and nothing nests without end. */
class GoTemplateFuzzTest {

    private static final GoTemplateEngine ENGINE = GoTemplateEngine.compatible(TemplatePermissions.none());
    private static final RenderContext CONTEXT = ConformanceCases.context();

    /** Loops over great numbers end, but not soon: what is tried here has to be done with in no time. */
    private static final int MOST_DIGITS = 4;

    @Property(tries = 5_000)
    void arbitraryTextsAreTemplatesOrErrors(@ForAll String text) {
        rendersOrFails(text);
        rendersOrFails("{{" + text + "}}");
    }

    @Property(tries = 5_000)
    void arbitraryBytesAreTemplatesOrErrors(@ForAll byte[] bytes) {
        rendersOrFails("{{" + new String(bytes, StandardCharsets.ISO_8859_1) + "}}");
        rendersOrFails(new String(bytes, StandardCharsets.UTF_8));
    }

    @Property(tries = 5_000)
    void damagedTemplatesAreTemplatesOrErrors(@ForAll("damaged") String text) {
        if (!text.matches("(?s).*[0-9_]{" + (MOST_DIGITS + 1) + ",}.*|.*[0-9][eE].*")) {
            rendersOrFails(text);
        }
    }

    @Provide
    static Arbitrary<String> damaged() {
        List<String> templates = ConformanceCases.recorded()
                .map(each -> each.get("template"))
                .map(JsonNode::asString)
                .toList();
        Arbitrary<String> piece = Arbitraries.of(
                "",
                "",
                "{{",
                "}}",
                "{{-",
                "-}}",
                "(",
                ")",
                "|",
                "\"",
                "`",
                "'",
                ".",
                " ",
                "$",
                ",",
                ":=",
                "=",
                "é",
                "\0",
                "end",
                "else",
                "/*",
                "*/",
                "\\",
                "%",
                "-",
                "0x",
                "{{end}}",
                "{{else}}",
                "{{define \"a\"}}",
                "nil");
        return Combinators.combine(
                        Arbitraries.of(templates),
                        Arbitraries.of(templates),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.doubles().between(0, 1),
                        piece)
                .as((first, second, where, length, inserted) -> {
                    int at = (int) (where * first.length());
                    int from = (int) (length * second.length());
                    return first.substring(0, at) + inserted + second.substring(from);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ if 1 }}%s{{ end }}",
                "{{ with 1 }}%s{{ end }}",
                "{{ range 1 }}%s{{ end }}",
                "{{ if 0 }}{{ else }}%s{{ end }}",
                "{{ if 0 }}{{ else if %s }}{{ end }}",
                "{{ print (%s) }}",
                "{{ (%s).a }}",
                "{{ block \"%s\" . }}{{ end }}",
                "{{ define \"a\" }}%s{{ end }}"
            })
    void deepTemplatesAreErrors(String nesting) {
        String inner = nesting.replace("{{ print (%s) }}", "print (%s)").replace("{{ (%s).a }}", "(%s).a");
        String deep = "1";
        for (int i = 0; i < 2_000; i++) {
            deep = inner.replace("%s", deep);
        }
        String text = inner.equals(nesting) ? deep : "{{ " + deep + " }}";

        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> ENGINE.compile(TemplateSource.of("t", text)));
    }

    @Test
    void callsWithinCallsAreErrors() {
        String blocks =
                "{{ if 1 }}".repeat(50) + "{{ template \"a\" (print (print (print 1))) }}" + "{{ end }}".repeat(50);

        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> render("{{ define \"a\" }}" + blocks + "{{ end }}{{ template \"a\" }}"))
                .withMessageContaining("nested deeper than");
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> render("{{ define \"a\" }}{{ template \"a\" }}{{ end }}{{ template \"a\" }}"))
                .withMessageContaining("exceeded maximum template depth (" + Executor.MOST_CALLS + ")");
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> render("{{ define \"a\" }}{{ executeTemplate \"a\" }}{{ end }}{{ template \"a\" }}"))
                .withMessageMatching("(?s).*(template depth|too deep).*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ $x }}",
                "{{ printf \"%v %d\" $x $x }}",
                "{{ toJSON $x }}",
                "{{ toJSONPretty $x }}",
                "{{ toYAML $x }}",
                "{{ toTOML (sprig_dict \"a\" $x) }}",
                "{{ spew_sdump $x }}",
                "{{ sprig_deepCopy $x }}",
                "{{ sprig_deepEqual $x (sprig_list $x) }}"
            })
    void deepValuesAreErrors(String use) {
        String deep = "{{ $x := sprig_list }}{{ range sprig_until 200000 }}{{ $x = sprig_list $x }}{{ end }}";

        assertThatExceptionOfType(TemplateException.class).isThrownBy(() -> render(deep + use));
    }

    @Test
    void outputsHaveALimit() {
        String long1 = "{{ $t := sprig_repeat 1000000 \"0123456789\" }}{{ range 10 }}{{ $t }}{{ end }}";

        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> render(long1))
                .withMessageContaining("output is longer than");
    }

    private static void rendersOrFails(String text) {
        try {
            assertThat(render(text)).isNotNull();
        } catch (TemplateException expected) {
            assertThat(expected.line()).isPositive();
            assertThat(expected.column()).isNotNegative();
        }
    }

    private static Rendering render(String text) {
        CompiledTemplate compiled = ENGINE.compile(TemplateSource.of("t", text));
        return compiled.render(CONTEXT);
    }
}
