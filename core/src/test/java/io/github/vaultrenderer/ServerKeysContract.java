package io.github.vaultrenderer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.auth.TokenLogin;
import io.github.vaultrenderer.http.RetryPolicy;
import io.github.vaultrenderer.redact.Sensitive;
import io.github.vaultrenderer.template.TemplateSource;
import io.github.vaultrenderer.test.KeyType;
import io.github.vaultrenderer.test.TestCertificates;
import io.github.vaultrenderer.test.VaultBuilder;
import io.github.vaultrenderer.test.VaultServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A Vault, whichever, whose certificate and whose authority have keys of one kind or of two. */
abstract class ServerKeysContract {

    private static final RetryPolicy NONE =
            new RetryPolicy(Duration.ofMillis(1), Duration.ofMillis(5), 0, Duration.ofSeconds(30)).atMost(0);

    abstract VaultBuilder<?> builder();

    @ParameterizedTest
    @CsvSource({"RSA, RSA", "RSA, EC", "EC, EC", "EC, RSA"})
    void isReachedAtTheFirstTry(KeyType authority, KeyType server) {
        TestCertificates certificates =
                TestCertificates.create("keys-ca", authority).withServerKey(server);
        try (VaultServer vault = builder().tls(certificates).start();
                VaultRenderer renderer = renderer(vault)) {
            vault.admin().enableKv("secret", 1);
            StringBuilder template = new StringBuilder();
            // Read at the same time, each over a connection of its own.
            for (int secret = 0; secret < 8; secret++) {
                vault.admin().putSecret("secret/app" + secret, Map.of("var", secret));
                template.append("${secret('secret/app").append(secret).append("').var}");
            }

            assertThat(renderer.renderText(TemplateSource.of("t.ftl", template.toString()))
                            .reveal())
                    .isEqualTo("01234567");
        }
    }

    private static VaultRenderer renderer(VaultServer vault) {
        return VaultRenderer.builder()
                .vault(TestEndpoint.of(vault))
                .login(TokenLogin.of(Sensitive.of(vault.rootToken())))
                .retry(NONE)
                .build();
    }
}
