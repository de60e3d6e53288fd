package io.github.vaultrenderer.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.config.ConfigDataNotFoundException;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Whether Boot is asked for configuration files; what it finds then is Boot's. */
class ConfigFilesTest {

    @TempDir
    private Path folder;

    @Test
    void looksNowhereWithoutAnySign() {
        // A sign that Boot looked: it fails, as there is no such place.
        assertThat(read(List.of("--vault-renderer.role=x"), Map.of("VAULT_ROLE", "x")))
                .isEqualTo("did not look");
    }

    @Test
    void looksWhenAnythingOfSpringsIsSet() {
        assertThat(read(List.of("--spring.profiles.active=x"), Map.of())).isEqualTo("looked");
        assertThat(read(List.of(), Map.of("SPRING_CONFIG_NAME", "x"))).isEqualTo("looked");
    }

    @Test
    void looksWhereAFileMayBe() throws IOException {
        Files.createFile(folder.resolve("application-prod.yml"));
        assertThat(read(List.of(), Map.of())).isEqualTo("looked");
        Files.delete(folder.resolve("application-prod.yml"));
        Files.createDirectory(folder.resolve("config"));
        assertThat(read(List.of(), Map.of())).isEqualTo("looked");
        assertThat(read(List.of(), Map.of(), folder.resolve("nowhere"))).isEqualTo("looked");
    }

    private String read(List<String> arguments, Map<String, String> variables) {
        return read(arguments, variables, folder);
    }

    private static String read(List<String> arguments, Map<String, String> variables, Path folder) {
        StandardEnvironment environment = new StandardEnvironment();
        Map<String, Object> nowhere = Map.of("spring.config.location", "file:/this/is/nowhere/");
        environment.getPropertySources().addFirst(new MapPropertySource("test", nowhere));
        try {
            ConfigFiles.addTo(environment, arguments, variables, folder);
            return "did not look";
        } catch (ConfigDataNotFoundException notFound) {
            return "looked";
        }
    }
}
