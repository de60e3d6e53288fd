package io.github.vaultrenderer.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatePermissionsTest {

    @ParameterizedTest
    @CsvSource({
        "plugin, plugin, true",
        "plugin, plugins, false",
        "sprig_*, sprig_date, true",
        "sprig_*, sprig, false",
        "*, anything, true",
        "*ToFile, writeToFile, true",
        "w*To*e, writeToFile, true",
        "w*x*e, writeToFile, false",
        "a*a, a, false",
        "'', plugin, false"
    })
    void deniesByGlob(String glob, String function, boolean denied) {
        assertThat(TemplatePermissions.none().denying(List.of(glob)).denies(function))
                .isEqualTo(denied);
    }

    @Test
    void hidesItsOwnCredentialsOnly() {
        TemplatePermissions permissions = TemplatePermissions.compatible();
        assertThat(permissions.hidesVariable("VAULT_TOKEN")).isTrue();
        assertThat(permissions.hidesVariable("VAULT_ADDR")).isFalse();
        assertThat(permissions.seeingOwnCredentials().hidesVariable("VAULT_TOKEN"))
                .isFalse();
    }

    @Test
    void permitsWhatConsulTemplateDoesButForOwnCredentials() {
        assertThat(TemplatePermissions.compatible())
                .isEqualTo(new TemplatePermissions(true, null, true, true, true, false, List.of()));
    }

    @Test
    void permitsOneThingWithoutAnother() {
        TemplatePermissions none = TemplatePermissions.none();
        assertThat(none.readingFilesIn(Path.of("/a")))
                .isEqualTo(new TemplatePermissions(true, Path.of("/a"), false, false, false, false, List.of()));
        assertThat(none.writingFiles())
                .isEqualTo(new TemplatePermissions(false, null, true, false, false, false, List.of()));
        assertThat(none.executingPlugins())
                .isEqualTo(new TemplatePermissions(false, null, false, true, false, false, List.of()));
        assertThat(none.seeingNetworkInterfaces())
                .isEqualTo(new TemplatePermissions(false, null, false, false, true, false, List.of()));
        assertThat(none.seeingOwnCredentials())
                .isEqualTo(new TemplatePermissions(false, null, false, false, false, true, List.of()));
    }
}
