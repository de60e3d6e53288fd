package io.github.vaultrenderer.template.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.SecretQuery;
import io.github.vaultrenderer.template.RenderContext;
import io.github.vaultrenderer.template.TemplateException;
import io.github.vaultrenderer.template.TemplatePermissions;
import io.github.vaultrenderer.template.TemplateSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What templates may do, and what they are told when they may not. */
class GoTemplatePermissionsTest {

    private static final TemplatePermissions NONE = TemplatePermissions.none();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{{ file \"/etc/hostname\" }} ~ file is not allowed: set the template permission readFiles",
                "{{ \"x\" | writeToFile \"/tmp/x\" \"\" \"\" \"0644\" }} ~ writeToFile is not allowed",
                "{{ plugin \"id\" }} ~ plugin is not allowed: set the template permission plugins",
                "{{ spew_dump 1 }} ~ use spew_sdump",
                "{{ spew_printf \"%v\" 1 }} ~ use spew_sprintf",
                "{{ sockaddr \"GetPrivateIP\" }} ~ sockaddr is not allowed: set the template permission networkInterfaces",
                "{{ env \"VAULT_TOKEN\" }} ~ env \"VAULT_TOKEN\" is not allowed",
                "{{ mustEnv \"VAULT_TOKEN\" }} ~ ownCredentials",
                "{{ envOrDefault \"VAULT_TOKEN\" \"\" }} ~ ownCredentials",
                "{{ key \"a\" }} ~ key asks Consul",
                "{{ nomadVar \"a\" }} ~ nomadVar asks Nomad"
            })
    void saysWhatWouldAllowIt(String template, String message) {
        assertThatThrownBy(() -> render(NONE, template))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(message);
    }

    @Test
    void parsesWhatItDoesNotAllow() {
        assertThat(render(NONE, "{{ if false }}{{ plugin \"x\" }}{{ file \"x\" }}{{ end }}ok"))
                .isEqualTo("ok");
    }

    @Test
    void deniesFunctionsByName() {
        TemplatePermissions permissions = NONE.denying(List.of("to*", "env"));
        assertThat(render(permissions, "{{ if false }}{{ env \"A\" }}{{ end }}{{ trimSpace \" a \" }}{{ len \"a\" }}"))
                .isEqualTo("a1");
        assertThatThrownBy(() -> render(permissions, "{{ toUpper \"a\" }}"))
                .hasMessageContaining("function is disabled");
        assertThat(render(NONE.denying(List.of("*")), "{{ len \"a\" }}")).isEqualTo("1");
    }

    @Test
    void showsOwnCredentialsWhenAllowed() {
        assertThat(render(NONE.seeingOwnCredentials(), "{{ env \"VAULT_TOKEN\" }}"))
                .isEqualTo("value of VAULT_TOKEN");
    }

    @Test
    void readsFiles() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "héllo");
        String template = "{{ file \"" + file + "\" }}";
        assertThat(render(NONE.readingFiles(), template)).isEqualTo("héllo");
        assertThat(render(NONE.readingFilesIn(folder), template)).isEqualTo("héllo");
        assertThatThrownBy(() -> render(NONE.readingFiles(), "{{ file \"" + folder + "/none\" }}"))
                .hasMessageContaining("cannot be read");
    }

    @Test
    void readsNothingOutsideOfTheSandbox() throws IOException {
        Path sandbox = Files.createDirectory(folder.resolve("sandbox"));
        Path secret = Files.writeString(folder.resolve("secret"), "x");
        Path link = Files.createSymbolicLink(sandbox.resolve("link"), secret);
        for (String name : List.of(secret.toString(), link.toString(), sandbox + "/../secret")) {
            assertThatThrownBy(() -> render(NONE.readingFilesIn(sandbox), "{{ file \"" + name + "\" }}"))
                    .hasMessageContaining("is outside of sandbox");
        }
    }

    @Test
    void writesFiles() throws IOException {
        Path file = folder.resolve("new/a.txt");
        String call = "writeToFile \"" + file + "\" \"\" \"\" \"0640\"";
        assertThat(render(NONE.writingFiles(), "[{{ \"é\" | " + call + " }}]")).isEqualTo("[]");
        assertThat(Files.readString(file)).isEqualTo("é");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        render(NONE.writingFiles(), "{{ \"b\" | " + call + " \"append,newline\" }}");
        assertThat(Files.readString(file)).isEqualTo("éb\n");
    }

    @Test
    void writesThroughNoLink() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        String template = "{{ \"new\" | writeToFile \"" + link + "\" \"\" \"\" \"0644\" }}";
        assertThatThrownBy(() -> render(NONE.writingFiles(), template)).hasMessageContaining("cannot be written");
        assertThat(Files.readString(target)).isEqualTo("old");
    }

    @Test
    void doesNothingOutsideWhileASecretIsMissing() {
        Path file = folder.resolve("a.txt");
        TemplatePermissions permissions = NONE.writingFiles().executingPlugins();
        String template = "{{ secret \"a\" }}{{ \"x\" | writeToFile \"" + file
                + "\" \"\" \"\" \"0644\" }}{{ plugin \"touch\" \"" + file + "\" }}";
        GoTemplateEngine.strict()
                .with(permissions)
                .compile(TemplateSource.of("t", template))
                .render(new Context());
        assertThat(file).doesNotExist();
    }

    @Test
    void executesPlugins() {
        TemplatePermissions permissions = NONE.executingPlugins();
        assertThat(render(permissions, "{{ plugin \"echo\" \" a b \" \"\" \"c;d\" }}"))
                .isEqualTo("a b c;d");
        assertThat(render(permissions, "{{ plugin \"\" }}")).isEmpty();
        assertThatThrownBy(() -> render(permissions, "{{ plugin \"false\" }}"))
                .hasMessageContaining("plugin false ended with exit status 1");
        assertThatThrownBy(() -> render(permissions, "{{ plugin \"/no/such/program\" }}"))
                .hasMessageContaining("cannot be executed");
    }

    @Test
    void putsNoMapIntoItself() {
        String make = "{{ $m := parseJSON \"{}\" }}{{ scratch.Set \"m\" $m }}";
        assertThatThrownBy(() -> render(NONE, make + "{{ scratch.MapSet \"m\" \"x\" $m }}"))
                .hasMessageContaining("a map cannot be put into itself");
    }

    @Test
    void saysNothingOfTheDataInItsMessages() {
        for (String call : List.of(
                "parseJSON",
                "parseYAML",
                "base64Decode",
                "parseInt",
                "parseUint",
                "parseFloat",
                "parseBool",
                "add 1")) {
            assertThatThrownBy(() -> render(NONE, "{{ $s := env \"hunter2:\\t{[\" }}{{ " + call + " $s }}"))
                    .as(call)
                    .isInstanceOf(TemplateException.class)
                    .message()
                    .doesNotContain("hunter2");
        }
    }

    private static String render(TemplatePermissions permissions, String template) {
        return GoTemplateEngine.strict()
                .with(permissions)
                .compile(TemplateSource.of("t", template))
                .render(new Context())
                .output()
                .reveal();
    }

    private record Context() implements RenderContext {
        @Override
        public @Nullable Secret recall(SecretQuery query) {
            return null;
        }

        @Override
        public String env(String name) {
            return "value of " + name;
        }

        @Override
        public InstantSource clock() {
            return InstantSource.fixed(Instant.EPOCH);
        }
    }
}
