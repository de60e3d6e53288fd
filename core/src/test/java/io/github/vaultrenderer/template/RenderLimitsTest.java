package io.github.vaultrenderer.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vaultrenderer.failure.FailureKind;
import io.github.vaultrenderer.template.freemarker.FreeMarkerEngine;
import io.github.vaultrenderer.template.gotemplate.GoTemplateEngine;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What templates may cost, in both engines. The timeout only guards the build against what is tested for. */
@Timeout(60)
class RenderLimitsTest {

    private static final RenderLimits SMALL = RenderLimits.DEFAULT.outputSize(1000);
    private static final RenderLimits SHORT = RenderLimits.DEFAULT.time(Duration.ofMillis(200));

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
                    t.ctmpl ¦ {{ range loop 1001 }}x{{ end }}
                    t.ctmpl ¦ {{ range 1000000000000 }}x{{ end }}
                    t.ctmpl ¦ {{ range loop 2000000000 }}x{{ end }}
                    t.ctmpl ¦ {{ define "a" }}{{ range loop 100 }}x{{ end }}{{ end }}{{ range loop 100 }}{{ template "a" }}{{ end }}
                    t.ctmpl ¦ {{ range loop 100 }}{{ executeTemplate "a" }}{{ end }}{{ define "a" }}{{ range loop 100 }}x{{ end }}{{ end }}
                    t.ctmpl ¦ {{ $s := "x" }}{{ range loop 60 }}{{ $s = printf "%s%s" $s $s }}{{ end }}
                    t.ctmpl ¦ {{ $s := "x" }}{{ range loop 60 }}{{ $s = replaceAll "x" "xx" $s }}{{ end }}
                    t.ctmpl ¦ {{ $l := sprig_list 1 2 3 }}{{ range loop 60 }}{{ $l = sprig_concat $l $l }}{{ print $l | len }}{{ end }}
                    t.ftl   ¦ <#list 1..1001 as i>x</#list>
                    t.ftl   ¦ <#list 1..2000000000 as i>x</#list>
                    t.ftl   ¦ <#macro a><#list 1..100 as i>x</#list></#macro><#list 1..100 as i><@a/></#list>
                    t.ftl   ¦ ${''?left_pad(1001)}
                    """)
    void outputEnds(String name, String template) {
        TemplateException failure = catchThrowableOfType(TemplateException.class, () -> render(name, template, SMALL));

        assertThat(failure.kind()).isEqualTo(FailureKind.TEMPLATE);
        assertThat(failure.getMessage())
                .startsWith("template: " + name + ":1:")
                .contains("longer than 1000", "(limit outputSize)");
        assertThat(failure.action()).contains("RenderLimits.outputSize");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
                    t.ctmpl ¦ {{ range 1000000000000 }}{{ end }}
                    t.ctmpl ¦ {{ range loop 2000000000 }}{{ end }}
                    t.ctmpl ¦ {{ range loop 1000000 }}{{ range loop 1000000 }}{{ $x := 1 }}{{ end }}{{ end }}
                    t.ctmpl ¦ {{ define "a" }}{{ if lt . 200 }}{{ template "a" (add . 1) }}{{ template "a" (add . 1) }}{{ end }}{{ end }}{{ template "a" 0 }}
                    t.ctmpl ¦ {{ define "a" }}{{ if lt . 200 }}{{ $x := executeTemplate "a" (add . 1) }}{{ $y := executeTemplate "a" (add . 1) }}{{ end }}{{ end }}{{ template "a" 0 }}
                    t.ftl   ¦ <#list 1..2000000000 as i></#list><#list 1..2000000000 as i></#list><#list 1..2000000000 as i></#list>
                    t.ftl   ¦ <#list 1..1000000 as i><#list 1..1000000 as j><#assign x = 1></#list></#list>
                    t.ftl   ¦ <#macro a n><#if n lt 200><@a n + 1/><@a n + 1/></#if></#macro><@a 0/>
                    t.ftl   ¦ <#function f n><#if n lt 200><#return f(n + 1) + f(n + 1)></#if><#return 1></#function><#assign x = f(0)>
                    t.ftl   ¦ ${'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'?matches('((a+)+)+\\\\1b')?c}
                    """)
    void timeEnds(String name, String template) {
        TemplateException failure = catchThrowableOfType(TemplateException.class, () -> render(name, template, SHORT));

        assertThat(failure.getMessage()).contains("takes longer than PT0.2S", "(limit time)");
        assertThat(failure.action()).contains("RenderLimits.time");
    }

    static Stream<Arguments> deepTemplates() {
        return Stream.of(
                Arguments.of("t.ctmpl", "{{ " + "(".repeat(100_000) + "1" + ")".repeat(100_000) + " }}"),
                Arguments.of("t.ctmpl", "{{ if 1 }}".repeat(100_000) + "{{ end }}".repeat(100_000)),
                Arguments.of("t.ctmpl", "{{ if 1 }}" + "{{ else if 1 }}".repeat(100_000) + "{{ end }}"),
                Arguments.of("t.ctmpl", "{{ define \"a\" }}{{ template \"a\" }}{{ end }}{{ template \"a\" }}"),
                Arguments.of("t.ctmpl", "{{ define \"a\" }}{{ executeTemplate \"a\" }}{{ end }}{{ template \"a\" }}"),
                Arguments.of(
                        "t.ctmpl",
                        "{{ define \"a\" }}" + "{{ if 1 }}".repeat(300) + "{{ template \"a\" }}"
                                + "{{ end }}".repeat(301) + "{{ template \"a\" }}"),
                Arguments.of(
                        "t.ctmpl",
                        "{{ define \"a\" }}" + "{{ len (".repeat(1) + "print ".repeat(1)
                                + "(executeTemplate \"a\")) }}{{ end }}{{ template \"a\" }}"),
                Arguments.of(
                        "t.ctmpl",
                        "{{ $d := sprig_dict }}{{ range loop 200000 }}{{ $d = sprig_dict \"a\" $d }}{{ end }}{{ $d }}"),
                Arguments.of(
                        "t.ctmpl",
                        "{{ $d := sprig_list }}{{ range loop 200000 }}{{ $d = sprig_list $d }}{{ end }}{{ toJSON $d }}"),
                Arguments.of("t.ftl", "${" + "(".repeat(100_000) + "1" + ")".repeat(100_000) + "}"),
                Arguments.of("t.ftl", "<#if true>".repeat(100_000) + "</#if>".repeat(100_000)),
                Arguments.of("t.ftl", "<#macro a><@a/></#macro><@a/>"),
                Arguments.of("t.ftl", "<#function f n><#return f(n)></#function>${f(1)}"),
                Arguments.of("t.ftl", "${" + "[".repeat(100_000) + "]".repeat(100_000) + "?size}"));
    }

    @ParameterizedTest
    @MethodSource("deepTemplates")
    void depthEnds(String name, String template) {
        assertThatThrownBy(() -> render(name, template, RenderLimits.DEFAULT))
                .isInstanceOf(TemplateException.class)
                .hasMessageMatching("(?s).*(nested|depth).*");
    }

    @Test
    void leavesOrdinaryTemplatesAlone() {
        String deep = "{{ if true }}".repeat(200) + "x" + "{{ end }}".repeat(200);
        assertThat(render("t.ctmpl", "{{ range loop 1000 }}x{{ end }}", SMALL)).hasSize(1000);
        assertThat(render("t.ctmpl", deep, SMALL)).isEqualTo("x");
        assertThat(render("t.ftl", "<#list 1..1000 as i>x</#list>", SMALL)).hasSize(1000);
        assertThat(render("t.ftl", "<#if true>".repeat(100) + "x" + "</#if>".repeat(100), SMALL))
                .isEqualTo("x");
    }

    @Test
    void refusesNegativeLimits() {
        assertThatThrownBy(() -> SMALL.outputSize(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SMALL.time(Duration.ofMillis(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    private static String render(String name, String template, RenderLimits limits) {
        TemplateEngine engine = name.endsWith(".ftl") ? new FreeMarkerEngine() : GoTemplateEngine.strict();
        return engine.compile(TemplateSource.of(name, template))
                .render(FixedContext.limited(limits))
                .output()
                .reveal();
    }
}
