package io.github.vaultrenderer.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.RenderJob;
import io.github.vaultrenderer.VaultRenderer;
import io.github.vaultrenderer.failure.ConfigurationException;
import io.github.vaultrenderer.render.FileMode;
import io.github.vaultrenderer.secrets.SecretSource;
import io.github.vaultrenderer.template.TemplateSource;
import io.github.vaultrenderer.test.EmbeddedVault;
import io.github.vaultrenderer.test.VaultScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class VaultRendererAutoConfigurationTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(VaultRendererAutoConfiguration.class));

    @TempDir
    Path folder;

    @Test
    void makesNothingUnasked() {
        runner.run(context -> assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean(VaultRenderer.class)
                .doesNotHaveBean(RenderOnStartup.class));
    }

    @Test
    void asksNothingOfVaultBeforeItIsUsed() {
        try (EmbeddedVault vault = EmbeddedVault.start()) {
            runner.withPropertyValues("vault-renderer.address=" + vault.address(), "vault-renderer.role=r")
                    .run(context -> assertThat(context).hasSingleBean(VaultRenderer.class));
            assertThat(vault.requests()).isEmpty();
        }
    }

    @Test
    void rendersTheJobsOnStartupWhenTold() throws IOException {
        Path template = Files.writeString(folder.resolve("t.ftl"), "${secret('secret/org1/app1').var}");
        try (EmbeddedVault vault = EmbeddedVault.builder().tls().start();
                VaultScenario scenario = VaultScenario.in(vault)) {
            Path token = scenario.issuer().writeToken(folder.resolve("token"), "org1", "app1");
            runner.withPropertyValues(
                            "vault-renderer.address=" + vault.address(),
                            "vault-renderer.tls.ca-file="
                                    + vault.caCertificate().orElseThrow(),
                            "vault-renderer.role=" + VaultScenario.ROLE,
                            "vault-renderer.service-account-token-file=" + token,
                            "vault-renderer.render-on-startup=true",
                            "vault-renderer.jobs[0].template=" + template,
                            "vault-renderer.jobs[0].destination=" + folder.resolve("out"),
                            "vault-renderer.jobs[0].mode=0640")
                    .run(context -> {
                        assertThat(context).hasNotFailed();
                        assertThat(context.getBean(RenderJobs.class)
                                        .jobs()
                                        .get(0)
                                        .placement()
                                        .mode())
                                .isEqualTo(FileMode.of("0640"));
                        assertThat(context.getBean(RenderOnStartup.class).report())
                                .isPresent();
                        assertThat(folder.resolve("out")).hasContent(VaultScenario.VALUE);
                    });
            assertThat(vault.liveTokens()).isZero();
        }
    }

    @Test
    void takesTheUsersOwnBeans() {
        VaultRenderer own = VaultRenderer.using(SecretSource.of(Map.of()));
        runner.withPropertyValues("vault-renderer.address=http://127.0.0.1:1", "vault-renderer.role=r")
                .withBean("own", VaultRenderer.class, () -> own)
                .withBean(
                        RenderJob.class,
                        () -> RenderJob.from(TemplateSource.of("a.ftl", "a")).to(folder.resolve("a")))
                .run(context -> {
                    assertThat(context.getBean(VaultRenderer.class)).isSameAs(own);
                    assertThat(context.getBean(RenderJobs.class).jobs()).hasSize(1);
                });
    }

    @Test
    void asksCustomizers() {
        runner.withPropertyValues("vault-renderer.address=http://127.0.0.1:1", "vault-renderer.role=r")
                .withBean(
                        VaultRendererCustomizer.class,
                        () -> builder -> builder.secrets(SecretSource.of(Map.of("a/b", Map.of("k", "v")))))
                .run(context -> assertThat(context.getBean(VaultRenderer.class)
                                .renderText(
                                        TemplateSource.of("t.ctmpl", "{{ with secret \"a/b\" }}{{ .Data.k }}{{ end }}"))
                                .reveal())
                        .isEqualTo("v"));
    }

    @Test
    void explainsAMissingRole() {
        runner.withPropertyValues("vault-renderer.address=http://127.0.0.1:1").run(context -> {
            assertThat(context).hasFailed();
            FailureAnalysis analysis = new RendererFailureAnalyzer().analyze(context.getStartupFailure());
            assertThat(analysis.getDescription()).contains("no way to get a Vault token");
            assertThat(analysis.getAction()).contains("vault-renderer.role");
            assertThat(analysis.getCause()).isInstanceOf(ConfigurationException.class);
        });
    }
}
