package io.github.vaultrenderer.template.freemarker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vaultrenderer.failure.FailureKind;
import io.github.vaultrenderer.secrets.Lease;
import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.SecretQuery;
import io.github.vaultrenderer.secrets.VaultNumber;
import io.github.vaultrenderer.template.RenderContext;
import io.github.vaultrenderer.template.Rendering;
import io.github.vaultrenderer.template.TemplateException;
import io.github.vaultrenderer.template.TemplateSource;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreeMarkerEngineTest {

    private final Map<SecretQuery, Secret> known = new HashMap<>();

    FreeMarkerEngineTest() {
        know(Secret.of(
                "secret/app",
                Map.of(
                        "var",
                        "42",
                        "n",
                        new VaultNumber("1.10"),
                        "flag",
                        true,
                        "list",
                        List.of("a", "b"),
                        "map",
                        Map.of("k", "v"))));
        know(new Secret(
                "kv/app",
                Map.of("data", Map.of("var", "two"), "metadata", Map.of("version", new VaultNumber("3"))),
                Secret.Layout.KV2,
                Lease.NONE,
                "",
                List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ${secret('secret/app').var}                                   | 42
                    ${secret('/secret/app/').var}                                 | 42
                    ${secret('kv/app').var}                                       | two
                    ${secret('secret/app').n}                                     | 1.10
                    ${secret('secret/app').n + 1}                                 | 2.1
                    ${secret('secret/app').flag?c}                                | true
                    <#list secret('secret/app').list as e>${e};</#list>           | a;b;
                    <#list secret('secret/app').map as k, v>${k}=${v}</#list>     | k=v
                    ${env('NAME')} ${env('NOPE', 'other')} ${env('NOPE')!'third'} | value other third
                    ${secret('secret/app').nope!'default'}                        | default
                    ${1000000} ${0.50} ${0.0}                                     | 1000000 0.5 0
                    <#if secret('secret/app').nope??>a<#else>b</#if>              | b
                    ${base64Encode('héllo')} ${base64Decode('aMOpbGxv')}          | aMOpbGxv héllo
                    ${toJSON(secret('secret/app'))}                               | {"flag":true,"list":["a","b"],"map":{"k":"v"},"n":1.10,"var":"42"}
                    ${toJSON({'a': [1, 1.5, true, 'x<']})}                        | {"a":[1,1.5,true,"x\\u003c"]}
                    ${parseJSON('{"a":{"b":[1,2.5,null]}}').a.b[1] + 1}           | 3.5
                    ${parseYAML('a: yes\\nb: 0x10').b}                            | 16
                    <#list parseYAML('{b: 1, 2: x}') as k, v>${k}=${v};</#list>   | b=1;2=x;
                    ${parseInt('41') + 1} ${sha256Hex('')?substring(0, 8)}        | 42 e3b0c442
                    ${regexReplaceAll('a(.)', '[$1]', 'abac')}                    | [b][c]
                    ${regexMatch('^a', 'ab')?c} ${split(',', 'a,b')?join('+')}    | true a+b
                    ${toYAML(mergeMap({'a': 1}, {'b': {'c': 2}}))?replace('\\n', '/')} | a: 1/b:/  c: 2
                    ${timestamp('2006')} ${timestamp('unix')}                     | 1970 0
                    """)
    void renders(String template, String output) {
        assertThat(render(template).output().reveal()).isEqualTo(output);
    }

    @Test
    void namesEverySecretOfAPassAtOnce() {
        Rendering rendering = render("${secret('x/1').a} ${'p' + secret('x/2').b.c} ${secret('secret/app').var}");

        assertThat(rendering.missing()).containsExactly(SecretQuery.read("x/1"), SecretQuery.read("x/2"));
        assertThat(rendering.used()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<#if secret('x/1').mode == 'on'>${secret('x/2').a}<#else>${secret('x/3').a}</#if>",
                "${secret('x/' + secret('x/1').name).a}",
                "<#list secret('x/1').names as n>${secret('x/' + n).a}</#list>",
                "<#if secret('x/1').mode?has_content && secret('x/1').mode?starts_with('o')>${secret('x/2').a}</#if>"
            })
    void fetchesNothingOnAGuess(String template) {
        assertThat(render(template).missing()).containsExactly(SecretQuery.read("x/1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <#if true>                       | TEMPLATE  | 1
                    a${                              | TEMPLATE  | 1
                    ${secret('secret/app').nope}     | NOT_FOUND | 1
                    ${env('NOPE')}                   | NOT_FOUND | 1
                    ${secret('secret/app').var?number + secret('secret/app').map} | TEMPLATE | 1
                    ${secret(1)}                     | TEMPLATE  | 1
                    """)
    void tellsWhereItFailed(String template, FailureKind kind, int line) {
        TemplateException failure = catchThrowableOfType(TemplateException.class, () -> render(template));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.line()).isEqualTo(line);
        assertThat(failure.getMessage()).startsWith("template: t.ftl:1:").doesNotContain("\n");
    }

    @Test
    void namesTheMissingKey() {
        assertThatThrownBy(() -> render("\n  ${secret('secret/app').nope}"))
                .hasMessageContaining("t.ftl:2:5")
                .hasMessageContaining("map has no entry for key \"nope\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${'freemarker.template.utility.Execute'?new()('id')}",
                "${secret('secret/app')?api.class}",
                "<#include 'other.ftl'>",
                "<#import '/etc/passwd' as p>",
                "${secret('secret/app').var.class}",
                "${secret.class}"
            })
    void reachesNothingOutside(String template) {
        assertThatThrownBy(() -> render(template)).isInstanceOf(TemplateException.class);
    }

    private void know(Secret secret) {
        known.put(SecretQuery.read(secret.path()), secret);
    }

    private Rendering render(String template) {
        return new FreeMarkerEngine()
                .compile(TemplateSource.of("t.ftl", template))
                .render(new RenderContext() {
                    @Override
                    public @Nullable Secret recall(SecretQuery query) {
                        return known.get(query);
                    }

                    @Override
                    public @Nullable String env(String name) {
                        return name.equals("NAME") ? "value" : null;
                    }

                    @Override
                    public InstantSource clock() {
                        return InstantSource.fixed(Instant.EPOCH);
                    }
                });
    }
}
