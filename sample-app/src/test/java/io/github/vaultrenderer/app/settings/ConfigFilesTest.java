package io.github.vaultrenderer.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether Boot is asked for configuration files; what it finds then is Boot's. */
class ConfigFilesTest {

    @TempDir
    private Path folder;

    @Test
    void looksNowhereWithoutAnySign() {
        assertThat(mayBe(List.of("--vault-renderer.role=x"), Map.of("VAULT_ROLE", "x")))
                .isFalse();
    }

    @Test
    void looksWhenAnythingOfSpringsIsSet() {
        assertThat(mayBe(List.of("--spring.profiles.active=x"), Map.of())).isTrue();
        assertThat(mayBe(List.of(), Map.of("SPRING_CONFIG_NAME", "x"))).isTrue();
    }

    @Test
    void looksWhereAFileMayBe() throws IOException {
        Files.createFile(folder.resolve("application-prod.yml"));
        assertThat(mayBe(List.of(), Map.of())).isTrue();
        Files.delete(folder.resolve("application-prod.yml"));
        Files.createDirectory(folder.resolve("config"));
        assertThat(mayBe(List.of(), Map.of())).isTrue();
        assertThat(ConfigFiles.mayBe(List.of(), Map.of(), folder.resolve("nowhere")))
                .isTrue();
    }

    private boolean mayBe(List<String> arguments, Map<String, String> variables) {
        return ConfigFiles.mayBe(arguments, variables, folder);
    }
}
