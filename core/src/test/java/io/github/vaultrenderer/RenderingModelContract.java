package io.github.vaultrenderer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import io.github.vaultrenderer.auth.TokenLogin;
import io.github.vaultrenderer.http.ClientLimits;
import io.github.vaultrenderer.http.JdkVaultHttp;
import io.github.vaultrenderer.redact.Sensitive;
import io.github.vaultrenderer.template.TemplateSource;
import io.github.vaultrenderer.test.VaultAdmin;
import io.github.vaultrenderer.test.VaultExtension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** How many requests a set of templates costs, and which of them wait for which, with any Vault. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
abstract class RenderingModelContract {

    private static final int IN_FLIGHT = ClientLimits.DEFAULT.inFlight();

    @RegisterExtension
    final VaultExtension vault;

    @TempDir
    Path folder;

    private WatchedVaultHttp http;

    RenderingModelContract(VaultExtension vault) {
        this.vault = vault;
    }

    @BeforeAll
    void prepare() {
        http = new WatchedVaultHttp(new JdkVaultHttp(TestEndpoint.of(vault.server())));
        VaultAdmin admin = vault.admin();
        for (int i = 0; i < 5 * IN_FLIGHT; i++) {
            admin.putSecret("secret/many/" + i, Map.of("k", "v" + i));
        }
        // Each names the next: a chain of three, IN_FLIGHT times.
        for (int i = 0; i < IN_FLIGHT; i++) {
            admin.putSecret("secret/first/" + i, Map.of("next", "secret/second/" + i));
            admin.putSecret("secret/second/" + i, Map.of("next", "secret/third/" + i));
            admin.putSecret("secret/third/" + i, Map.of("k", "end" + i));
        }
    }

    @Test
    void identicalReadsOfSeveralTemplatesAreOneRequest() {
        http.watch(Map.of());
        render(
                "{{ with secret \"secret/many/1\" }}{{ .Data.k }}{{ end }}",
                "{{ with secret \"/secret/many/1/\" }}{{ .Data.k }}{{ end }}{{ with secret \"secret/many/1\" }}{{ .Data.k }}{{ end }}",
                "{{ range secrets \"secret/many\" }}{{ end }}{{ range secrets \"secret/many\" }}{{ end }}",
                "${secret('secret/many/1').k}${secret('secret/many/1').k}${secrets('secret/many')?size}");

        assertThat(http.paths()).containsExactlyInAnyOrder("secret/many/1", "secret/many");
    }

    @Test
    void theSameWriteOfSeveralTemplatesIsOneRequest() {
        http.watch(Map.of());
        render(
                "{{ with secret \"kv/same\" \"a=1\" }}{{ .Data.version }}{{ end }}",
                "{{ with secret \"kv/same\" \"a=1\" }}{{ .Data.version }}{{ end }}",
                "${secret('kv/same', {'a': '1'}).version}");

        assertThat(http.paths()).containsExactly("kv/data/same");
    }

    /** Each request of a level waits until all of that level are under way, so that none may wait for another. */
    @Test
    void aLevelOfAChainCostsOneRoundTrip() {
        http.watch(Map.of("secret/first/", IN_FLIGHT, "secret/second/", IN_FLIGHT, "secret/third/", IN_FLIGHT));
        List<String> templates = new ArrayList<>(List.of("{{ with secret \"secret/many/0\" }}{{ end }}"));
        for (int i = 0; i < IN_FLIGHT; i++) {
            templates.add(
                    i % 2 == 0
                            ? "{{ with secret \"secret/first/" + i
                                    + "\" }}{{ with secret .Data.next }}{{ with secret .Data.next }}"
                                    + "{{ .Data.k }}{{ end }}{{ end }}{{ end }}"
                            : "${secret(secret(secret('secret/first/" + i + "').next).next).k}");
        }

        assertThat(render(templates.toArray(String[]::new))).contains("end0", "end1", "end" + (IN_FLIGHT - 1));
        assertThat(http.paths()).hasSize(1 + 3 * IN_FLIGHT).doesNotHaveDuplicates();
    }

    @Test
    void independentWritesOfSeveralTemplatesAreMadeAtTheSameTime() {
        http.watch(Map.of("kv/data/apart/", IN_FLIGHT));
        List<String> templates = new ArrayList<>(List.of("{{ with secret \"secret/many/0\" }}{{ end }}"));
        for (int i = 0; i < IN_FLIGHT; i++) {
            templates.add("{{ with secret \"kv/apart/" + i + "\" \"a=1\" }}{{ .Data.version }}{{ end }}");
        }

        assertThat(render(templates.toArray(String[]::new))).endsWith("1");
        assertThat(http.paths()).hasSize(1 + IN_FLIGHT);
    }

    @Test
    void noMoreRequestsThanAllowedAreUnderWay() {
        http.watch(Map.of());
        StringBuilder template = new StringBuilder();
        for (int i = 0; i < 5 * IN_FLIGHT; i++) {
            template.append("${secret('secret/many/").append(i).append("').k}");
        }
        render(template.toString());

        assertThat(http.paths()).hasSize(5 * IN_FLIGHT).doesNotHaveDuplicates();
        assertThat(http.peak()).isBetween(2, IN_FLIGHT);
    }

    private List<String> render(String... templates) {
        List<RenderJob> jobs = new ArrayList<>();
        for (int i = 0; i < templates.length; i++) {
            String name = i + (templates[i].startsWith("$") ? ".ftl" : ".ctmpl");
            jobs.add(RenderJob.from(TemplateSource.of(name, templates[i])).to(folder.resolve(name)));
        }
        try (VaultRenderer renderer = VaultRenderer.builder()
                .http(http)
                .login(TokenLogin.of(Sensitive.of(vault.server().rootToken())))
                .build()) {
            renderer.render(jobs);
        }
        return jobs.stream().map(job -> contentOf(job.destination().toFile())).toList();
    }
}
