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
import io.github.vaultrenderer.test.VaultServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A Vault, whichever, that lets in only clients with a certificate. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ClientCertificateContract {

    /** In TLS 1.3, who is slow to send a request may find the connection closed before it has read why. */
    private static final RetryPolicy SEVERAL =
            new RetryPolicy(Duration.ofMillis(1), Duration.ofMillis(5), 0, Duration.ofSeconds(30)).atMost(15);

    private final TestCertificates clients =
            TestCertificates.create("clients-ca").forHosts("client");
    private VaultServer vault;

    abstract VaultServer startVault(TestCertificates server, TestCertificates clients);

    @BeforeAll
    void start() {
        vault = startVault(TestCertificates.create("server-ca"), clients);
        vault.admin().enableKv("secret", 1);
        vault.admin().putSecret("secret/a", Map.of("k", "v"));
    }

    @AfterAll
    void stop() {
        if (vault != null) {
            vault.close();
        }
    }

    @Test
    void letsUsInWithOurs() {
        try (VaultRenderer renderer = renderer(trust().withClient(shown(clients)))) {
            assertThat(text(renderer).reveal()).isEqualTo("v");
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
                .vault(VaultEndpoint.of(vault.address().toString()).with(trust))
                .login(TokenLogin.of(Sensitive.of(vault.rootToken())))
                .retry(SEVERAL)
                .build();
    }

    private Trust trust() {
        return Trust.SYSTEM.withCaFile(vault.caCertificate().orElseThrow());
    }

    private static ClientCertificate shown(TestCertificates certificates) {
        return new ClientCertificate(certificates.serverCertificateFile(), certificates.serverKeyFile());
    }

    private static Sensitive text(VaultRenderer renderer) {
        return renderer.renderText(
                TemplateSource.of("t.ctmpl", "{{ with secret \"secret/a\" }}{{ .Data.k }}{{ end }}"));
    }
}
