package io.github.vaultrenderer.template.freemarker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.SecretQuery;
import io.github.vaultrenderer.template.FixedContext;
import io.github.vaultrenderer.template.TemplateException;
import io.github.vaultrenderer.template.TemplateSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a FreeMarker template cannot reach, each by the way in which it is usually tried. */
class FreeMarkerSandboxTest {

    private static final Secret SECRET =
            Secret.of("secret/app", Map.of("var", "hunter2", "list", List.of("a"), "map", Map.of("k", "v")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    ${'freemarker.template.utility.Execute'?new()('id')}            | is not allowed
                    ${'freemarker.template.utility.ObjectConstructor'?new()('java.io.File', '/')} | is not allowed
                    ${'freemarker.template.utility.JythonRuntime'?new()}            | is not allowed
                    <#assign c = 'java.lang.Runtime'?new()>                         | is not allowed
                    ${secret('secret/app')?api}                                     | Can't use ?api
                    ${secret('secret/app').list?api.getClass()}                     | Can't use ?api
                    ${secret?api}                                                   | ?api
                    ${secret('secret/app').class}                                   | map has no entry for key "class"
                    ${secret('secret/app').map.class}                               | map has no entry for key "class"
                    ${secret('secret/app').var.class}                               | For "." left-hand operand
                    ${secret('secret/app').var.getClass()}                          | For "." left-hand operand
                    ${secret('secret/app').list.getClass()}                         | For "." left-hand operand
                    ${secret.class}                                                 | For "." left-hand operand
                    ${env.class}                                                    | For "." left-hand operand
                    ${.data_model.secret.class}                                     | For "." left-hand operand
                    ${statics['java.lang.System']}                                  | map has no entry for key "statics"
                    ${Static['java.lang.System']}                                   | map has no entry for key
                    <#include '/etc/passwd'>                                        | Don't know where to load
                    <#include 'file:///etc/passwd'>                                 | Don't know where to load
                    <#import '/etc/passwd' as p>                                    | Don't know where to load
                    ${'${secret("secret/app").nope}'?interpret}                     | <
                    <@'<#include "/etc/passwd">'?interpret/>                        | Template created with "?interpret" has stopped
                    ${"'java.lang.Runtime'?new()"?eval}                             | Failed to "?eval" string
                    <#setting locale='C'>${'x'?new()}                               | is not allowed
                    ${.get_optional_template('/etc/passwd').import().x}             | import
                    """)
    void reachesNothing(String template, String reason) {
        assertThatThrownBy(() -> render(template))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void seesOnlyItsFunctions() {
        assertThat(render("<#list .data_model?keys?sort as name>${name} </#list>"))
                .contains("secret ", "pkiCert ", "env ", "toJSON ")
                .doesNotContain("file ", "plugin ", "writeToFile ");
    }

    @Test
    void whatAnAttemptFailsWithIsLoggedNowhere() {
        List<String> logged = new ArrayList<>();
        Logger root = Logger.getLogger("");
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry.getMessage() + entry.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        root.addHandler(handler);
        try {
            assertThat(render("<#attempt>${secret('secret/app').var?number}<#recover>none</#attempt>"))
                    .isEqualTo("none");
        } finally {
            root.removeHandler(handler);
        }

        assertThat(logged.toString()).doesNotContain("hunter2").doesNotContain("attempt");
    }

    private static String render(String template) {
        return new FreeMarkerEngine()
                .compile(TemplateSource.of("t.ftl", template))
                .render(FixedContext.knowing(Map.of(SecretQuery.read("secret/app"), SECRET)))
                .output()
                .reveal();
    }
}
