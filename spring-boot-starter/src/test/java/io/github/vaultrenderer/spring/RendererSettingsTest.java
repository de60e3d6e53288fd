package io.github.vaultrenderer.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.RenderJob;
import io.github.vaultrenderer.http.ClientCertificate;
import io.github.vaultrenderer.render.FileMode;
import io.github.vaultrenderer.render.FileOwner;
import io.github.vaultrenderer.render.FilePlacement;
import io.github.vaultrenderer.render.FilePlacement.Inherited;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What properties become. */
class RendererSettingsTest {

    private final Map<String, Object> properties = new HashMap<>(Map.of(
            "vault-renderer.address", "https://vault:8200",
            "vault-renderer.role", "r",
            "vault-renderer.jobs[0].template", "a.ctmpl",
            "vault-renderer.jobs[0].destination", "/conf/a"));

    @Test
    void aFileIsItsOwnersUnlessToldOtherwise() {
        assertThat(job().placement()).isEqualTo(FilePlacement.OWNER_ONLY);
        assertThat(job().engine()).isEqualTo(RenderJob.Engine.BY_EXTENSION);
    }

    @Test
    void aFileIsPutWhereAndHowItIsToldTo() {
        set("mode", "0440");
        set("owner", "nginx");
        set("group", "101");
        set("backup", "true");
        set("create-folders", "false");
        set("engine", "go");

        assertThat(job().placement())
                .isEqualTo(new FilePlacement(
                        new FileMode(0440), Inherited.NOTHING, new FileOwner("nginx", "101"), true, false));
        assertThat(job().engine()).isEqualTo(new RenderJob.Engine.Named("go"));
    }

    @ParameterizedTest
    @CsvSource({"/k.pem, /k.pem", "'', /c.pem"})
    void aCertificateIsShownWithItsKeyOrFromOneFile(String key, Path expected) {
        assertThat(settings().connection().endpoint().trust().client()).isNull();

        properties.put("vault-renderer.tls.client-certificate", "/c.pem");
        if (!key.isEmpty()) {
            properties.put("vault-renderer.tls.client-key", key);
        }
        assertThat(settings().connection().endpoint().trust().client())
                .isEqualTo(new ClientCertificate(Path.of("/c.pem"), expected));
    }

    private void set(String property, String value) {
        properties.put("vault-renderer.jobs[0]." + property, value);
    }

    private RenderJob job() {
        return settings().jobs().get(0);
    }

    private RendererSettings settings() {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        return RendererSettings.of(environment);
    }
}
