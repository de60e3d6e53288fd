package io.github.vaultrenderer.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vaultrenderer.RenderJob;
import io.github.vaultrenderer.VaultRenderer;
import io.github.vaultrenderer.failure.ConfigurationException;
import io.github.vaultrenderer.failure.RendererException;
import io.github.vaultrenderer.http.ClientCertificate;
import io.github.vaultrenderer.render.FileMode;
import io.github.vaultrenderer.render.FileOwner;
import io.github.vaultrenderer.render.FilePlacement;
import io.github.vaultrenderer.render.FilePlacement.Inherited;
import io.github.vaultrenderer.secrets.SecretSource;
import io.github.vaultrenderer.template.RenderLimits;
import io.github.vaultrenderer.template.TemplateSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    # output-size | time | bytes      | time
                    -             | 5s   | 67108864   | PT5S
                    10MB          | -    | 10485760   | PT1M
                    512KB         | 2m   | 524288     | PT2M
                    1000          | 0s   | 1000       | PT0S
                    8GB           | -    | 2147483647 | PT1M
                    """)
    void aTemplateMayCostAsMuchAsIsSet(@Nullable String size, @Nullable String time, int bytes, Duration longest) {
        limit("output-size", size);
        limit("time", time);

        assertThat(RendererSettings.limits(Objects.requireNonNull(bound().limits())))
                .isEqualTo(new RenderLimits(bytes, longest));
    }

    @Test
    void nothingIsSaidOfLimitsWhereNoneIsSet() {
        assertThat(bound().limits()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"output-size, -1", "time, -1s"})
    void aLimitIsNotNegative(String property, String value) {
        limit(property, value);

        assertThatThrownBy(() -> settings().renderer())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("vault-renderer.limits." + property);
    }

    @Test
    void aTemplateThatCostsMoreFails() {
        limit("output-size", "1KB");

        try (VaultRenderer renderer =
                settings().renderer().secrets(SecretSource.of(Map.of())).build()) {
            assertThatThrownBy(
                            () -> renderer.renderText(TemplateSource.of("a.ctmpl", "{{ range loop 1025 }}x{{ end }}")))
                    .isInstanceOfSatisfying(
                            RendererException.class,
                            failure -> assertThat(failure.action()).contains("vault-renderer.limits.output-size"))
                    .hasMessageContaining("longer than 1024");
        }
    }

    private void limit(String property, @Nullable String value) {
        if (value != null) {
            properties.put("vault-renderer.limits." + property, value);
        }
    }

    private VaultRendererProperties bound() {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        return Binder.get(environment)
                .bind("vault-renderer", VaultRendererProperties.class)
                .get();
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
