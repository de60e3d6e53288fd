package io.github.vaultrenderer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vaultrenderer.auth.KubernetesLogin;
import io.github.vaultrenderer.auth.TokenLogin;
import io.github.vaultrenderer.failure.FailureKind;
import io.github.vaultrenderer.failure.RendererException;
import io.github.vaultrenderer.http.RetryPolicy;
import io.github.vaultrenderer.http.VaultEndpoint;
import io.github.vaultrenderer.redact.Sensitive;
import io.github.vaultrenderer.template.TemplateSource;
import io.github.vaultrenderer.test.ServiceAccountIssuer;
import io.github.vaultrenderer.test.VaultAdmin.KubernetesRole;
import io.github.vaultrenderer.test.VaultExtension;
import io.github.vaultrenderer.test.VaultScenario;
import io.github.vaultrenderer.test.VaultServer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the library does with any Vault, embedded or real. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class VaultRendererContract {

    private static final String CANARY = "c4n4ry-\"nested\"\nsecond-line-of-it";

    private static final TemplateSource APP1 =
            TemplateSource.of("t.ctmpl", "{{ with secret \"secret/org1/app1\" }}{{ .Data.var }}{{ end }}");

    @RegisterExtension
    final VaultExtension vault;

    @TempDir
    Path folder;

    VaultRendererContract(VaultExtension vault) {
        this.vault = vault;
    }

    final VaultServer vault() {
        return vault.server();
    }

    @BeforeAll
    void prepare() {
        vault.admin().putSecret("kv/org1/canary", Map.of("deep", Map.of("list", List.of(CANARY))));
        vault.admin().putSecret("secret/org1/number", Map.of("n", new BigDecimal("1.10"), "next", "app1"));
        vault.admin()
                .role(
                        "kubernetes",
                        "aud",
                        KubernetesRole.of("org1", "app1", VaultScenario.ROLE).withAudience("vault"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    t.ctmpl | {{ with secret "secret/org1/app1" }}{{ .Data.var }}{{ end }}     | hello-from-vault
                    t.ctmpl | {{ with secret "kv/org1/app1" }}{{ .Data.data.var }}{{ end }}    | hello-from-vault
                    t.ctmpl | {{ with secret "kv/data/org1/app1" }}{{ .Data.data.var }}{{ end }} | hello-from-vault
                    t.ctmpl | {{ with secret "secret/org1/number" }}{{ .Data.n }}{{ end }}     | 1.10
                    t.ctmpl | {{ with secret "secret/org1/number" }}{{ with secret (printf "secret/org1/%s" .Data.next) }}{{ .Data.var }}{{ end }}{{ end }} | hello-from-vault
                    t.ctmpl | {{ range secrets "secret/org1" }}{{ . }} {{ end }}               | app1 number
                    t.ctmpl | {{ with secret "kv/org1/app1?version=1" }}{{ .Data.metadata.version }}{{ end }} | 1
                    t.ftl   | ${secret('kv/org1/app1').var}                                    | hello-from-vault
                    t.ftl   | ${secret('secret/org1/number').n}                                | 1.10
                    t.ftl   | ${secret('secret/org1/' + secret('secret/org1/number').next).var} | hello-from-vault
                    """)
    void renders(String name, String template, String output) {
        try (VaultRenderer renderer = renderer("org1", "app1", VaultScenario.ROLE)) {
            assertThat(renderer.renderText(TemplateSource.of(name, template))
                            .reveal()
                            .strip())
                    .isEqualTo(output);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    org1 | app2 | org1-app1-reader | IDENTITY      | service account name not authorized | bound_service_account_names
                    org2 | app1 | org1-app1-reader | IDENTITY      | namespace not authorized            | bound_service_account_namespaces
                    org1 | app1 | nobody           | CONFIGURATION | invalid role name "nobody"          | vault list auth/kubernetes/role
                    org1 | app1 | aud              | IDENTITY      | invalid audience (aud) claim        | project a service-account token with the role's audience
                    """)
    void aRefusedLoginSaysWhyAndWhatToDo(
            String namespace, String account, String role, FailureKind kind, String reason, String action) {
        RendererException failure = failure(renderer(namespace, account, role), "{{ secret \"secret/org1/app1\" }}");

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.getMessage())
                .contains("login as role \"" + role + "\"")
                .contains(reason);
        assertThat(failure.action()).contains(action);
    }

    @Test
    void aMaskedRefusalNamesWhatIsLikely() {
        VaultRenderer stranger = builder(ServiceAccountIssuer.create(), "org1", "app1", VaultScenario.ROLE)
                .retry(new RetryPolicy(Duration.ofMillis(1), Duration.ofMillis(2), 0, Duration.ofSeconds(20)))
                .build();
        RendererException failure = failure(stranger, "{{ secret \"secret/org1/app1\" }}");

        assertThat(failure.kind()).isEqualTo(FailureKind.IDENTITY);
        assertThat(failure.action()).contains("system:auth-delegator").contains("\"app1\" in namespace \"org1\"");
    }

    @ParameterizedTest
    @CsvSource({"bare", "json"})
    void aWrappedTokenIsGoodForOneRun(String form) throws java.io.IOException {
        String wrapping = vault.admin()
                .wrapped("auth/token/create", Map.of("policies", List.of(VaultScenario.ROLE)), Duration.ofMinutes(1));
        Path file = folder.resolve("wrapped-token");
        java.nio.file.Files.writeString(
                file,
                form.equals("bare")
                        ? wrapping + "\n"
                        : "{\"token\":\"" + wrapping + "\",\"accessor\":\"a\",\"ttl\":60,\"creation_path\":\"x\"}");

        for (FailureKind expected : new FailureKind[] {null, FailureKind.IDENTITY}) {
            try (VaultRenderer renderer = VaultRenderer.builder()
                    .vault(endpoint())
                    .login(TokenLogin.fromFile(file).unwrapping())
                    .build()) {
                if (expected == null) {
                    assertThat(renderer.renderText(APP1).reveal()).isEqualTo(VaultScenario.VALUE);
                    continue;
                }
                RendererException failure =
                        catchThrowableOfType(RendererException.class, () -> renderer.renderText(APP1));
                assertThat(failure.kind()).isEqualTo(expected);
                assertThat(failure.getMessage())
                        .contains("wrapping token is not valid or does not exist")
                        .doesNotContain(wrapping);
                assertThat(failure.action()).contains("good once");
            }
        }
    }

    @Test
    void aWrappedSecretIsNoToken() {
        String wrapping = vault.admin().wrapped("sys/wrapping/wrap", Map.of("a", "b"), Duration.ofMinutes(1));
        VaultRenderer renderer = VaultRenderer.builder()
                .vault(endpoint())
                .login(TokenLogin.of(Sensitive.of(wrapping)).unwrapping())
                .build();

        RendererException failure = failure(renderer, "{{ secret \"secret/org1/app1\" }}");
        assertThat(failure.kind()).isEqualTo(FailureKind.IDENTITY);
        assertThat(failure.getMessage()).contains("there is no token in it");
    }

    @Test
    void aTokenThatIsDeadAndNotOursIsAnIdentityFailure() {
        VaultRenderer renderer = VaultRenderer.builder()
                .vault(endpoint())
                .login(TokenLogin.of(Sensitive.of("hvs.dead")))
                .build();

        assertThat(failure(renderer, "{{ secret \"secret/org1/app1\" }}").kind())
                .isEqualTo(FailureKind.IDENTITY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    t.ctmpl | {{ with secret "kv/org1/canary" }}{{ index .Data.data.deep .Data.data.deep.list }}{{ end }}
                    t.ctmpl | {{ with secret "kv/org1/canary" }}{{ mustEnv (index .Data.data.deep.list 0) }}{{ end }}
                    t.ctmpl | {{ with secret "kv/org1/canary" }}{{ mustEnv (base64Encode (index .Data.data.deep.list 0)) }}{{ end }}
                    t.ctmpl | {{ with secret "kv/org1/canary" }}{{ mustEnv (printf "%q" (index .Data.data.deep.list 0)) }}{{ end }}
                    t.ctmpl | {{ with secret "kv/org1/canary" }}{{ mustEnv (urlquery (index .Data.data.deep.list 0)) }}{{ end }}
                    t.ctmpl | {{ with secret "kv/org1/canary" }}{{ with secret (printf "secret/org2/%s" (index .Data.data.deep.list 0)) }}{{ end }}{{ end }}
                    t.ftl   | ${secret('kv/org1/canary').deep.list[0]?number}
                    t.ftl   | ${secret('kv/org1/canary').deep.list[0]?boolean}
                    t.ftl   | ${secret('kv/org1/canary').deep.list[0]?json_string?number}
                    """)
    void noFailureTellsASecret(String name, String template) {
        RendererException failure;
        try (VaultRenderer renderer = renderer("org1", "app1", VaultScenario.ROLE)) {
            failure = catchThrowableOfType(
                    RendererException.class, () -> renderer.renderText(TemplateSource.of(name, template)));
        }

        String told = failure.getMessage() + failure.action() + failure;
        assertThat(failure.getCause()).isNull();
        assertThat(told)
                .doesNotContain("c4n4ry")
                .doesNotContain("second-line-of-it")
                .doesNotContain(Base64.getEncoder().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aFailureLeavesTheOldFiles() throws java.io.IOException {
        Path first = folder.resolve("first");
        java.nio.file.Files.writeString(first, "old");
        VaultRenderer renderer = renderer("org1", "app1", VaultScenario.ROLE);

        RendererException failure = catchThrowableOfType(
                RendererException.class,
                () -> renderer.render(
                        RenderJob.from(TemplateSource.of("a.ctmpl", "new")).to(first),
                        RenderJob.from(TemplateSource.of("b.ctmpl", "{{ with secret \"kv/org1/no\" }}{{ end }}"))
                                .to(folder.resolve("second"))));

        assertThat(failure.kind()).isEqualTo(FailureKind.NOT_FOUND);
        assertThat(first).hasContent("old");
        assertThat(folder.resolve("second")).doesNotExist();
    }

    private static RendererException failure(VaultRenderer renderer, String template) {
        try (renderer) {
            return catchThrowableOfType(
                    RendererException.class, () -> renderer.renderText(TemplateSource.of("t.ctmpl", template)));
        }
    }

    final VaultRenderer renderer(String namespace, String account, String role) {
        return builder(vault.scenario().issuer(), namespace, account, role).build();
    }

    final VaultRenderer.Builder builder(ServiceAccountIssuer issuer, String namespace, String account, String role) {
        Path token = issuer.writeToken(folder.resolve("token"), namespace, account);
        return VaultRenderer.builder()
                .vault(endpoint())
                .login(KubernetesLogin.asRole(role).withTokenFile(token));
    }

    final VaultScenario scenario() {
        return vault.scenario();
    }

    final VaultEndpoint endpoint() {
        return TestEndpoint.of(vault.server());
    }
}
