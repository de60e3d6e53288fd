package io.github.vaultrenderer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vaultrenderer.auth.TokenLogin;
import io.github.vaultrenderer.failure.RendererException;
import io.github.vaultrenderer.http.ClientCertificate;
import io.github.vaultrenderer.http.RetryPolicy;
import io.github.vaultrenderer.http.Trust;
import io.github.vaultrenderer.http.VaultEndpoint;
import io.github.vaultrenderer.redact.Sensitive;
import io.github.vaultrenderer.template.TemplateSource;
import io.github.vaultrenderer.test.TestCertificates;
import io.github.vaultrenderer.test.VaultExtension;
import io.github.vaultrenderer.test.VaultScenario;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A Vault, whichever, that lets in only clients with a certificate. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ClientCertificateContract {

    /** In TLS 1.3, who is slow to send a request may find the connection closed before it has read why. */
    private static final RetryPolicy SEVERAL =
            new RetryPolicy(Duration.ofMillis(1), Duration.ofMillis(5), 0, Duration.ofSeconds(30)).atMost(15);

    @RegisterExtension
    final VaultExtension vault;

    private final TestCertificates clients =
            TestCertificates.create("clients-ca").forHosts("client");

    ClientCertificateContract(VaultExtension vault) {
        this.vault = vault.requiringClients(clients);
    }

    @Test
    void letsUsInWithOurs() {
        try (VaultRenderer renderer = renderer(trust().withClient(shown(clients)))) {
            assertThat(text(renderer).reveal()).isEqualTo(VaultScenario.VALUE);
        }
    }

    @Test
    void keepsUsOutWithNone() {
        assertRefused(refusal(trust()));
    }

    @Test
    void keepsUsOutWithAStrangersOne() {
        TestCertificates strangers = TestCertificates.create("strangers-ca").forHosts("client");

        assertRefused(refusal(trust().withClient(shown(strangers))));
    }

    abstract void assertRefused(RendererException failure);

    private RendererException refusal(Trust trust) {
        try (VaultRenderer renderer = renderer(trust)) {
            return catchThrowableOfType(RendererException.class, () -> text(renderer));
        }
    }

    private VaultRenderer renderer(Trust trust) {
        return VaultRenderer.builder()
                .vault(VaultEndpoint.of(vault.server().address().toString()).with(trust))
                .login(TokenLogin.of(Sensitive.of(vault.server().rootToken())))
                .retry(SEVERAL)
                .build();
    }

    private Trust trust() {
        return Trust.SYSTEM.withCaFile(vault.server().caCertificate().orElseThrow());
    }

    private static ClientCertificate shown(TestCertificates certificates) {
        return new ClientCertificate(certificates.serverCertificateFile(), certificates.serverKeyFile());
    }

    private static Sensitive text(VaultRenderer renderer) {
        return renderer.renderText(
                TemplateSource.of("t.ctmpl", "{{ with secret \"secret/org1/app1\" }}{{ .Data.var }}{{ end }}"));
    }
}
