package io.github.vaultrenderer.benchmarks;

import io.github.vaultrenderer.test.EmbeddedVault;
import io.github.vaultrenderer.test.KeyType;
import io.github.vaultrenderer.test.TestCertificates;
import io.github.vaultrenderer.test.VaultProcess;
import io.github.vaultrenderer.test.VaultScenario;
import io.github.vaultrenderer.test.VaultServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an init container does: from a service-account token to one rendered page, over TLS, once. Under a real Vault
 * where there is one.
 */
final class StartScenario implements Scenario {

    private static final String PAGE = "page.html";
    private static final String TEMPLATE =
            "<html>{{ with secret \"secret/org1/app1\" }}{{ .Data.var }}{{ end }} PLOUPI: {{ env \"A_SPECIFIC_VAR\" }}</html>";
    private static final String EXPECTED = "<html>" + VaultScenario.VALUE + " PLOUPI: FOOBAR</html>";

    private final KeyType keys;
    private final @Nullable CpuLimit limit;
    private final Folder folder = new Folder();
    private final Stopwatch stopwatch;
    private final VaultServer vault;
    private final VaultScenario scenario;
    private final List<Contestant> contestants = new ArrayList<>();

    /**
     * @param keys of what Vault's key and its authority's are
     * @param limit what each contestant may use of a processor; {@code null} for all of it
     */
    StartScenario(OurProgram ours, KeyType keys, @Nullable CpuLimit limit) {
        this.keys = keys;
        this.limit = limit;
        stopwatch = new Stopwatch(folder.path(), ours.root());
        TestCertificates certificates = TestCertificates.create("benchmark-ca", keys);
        vault = Peers.find("vault")
                .<VaultServer>map(
                        binary -> VaultProcess.builder(binary).tls(certificates).start())
                .orElseGet(() -> EmbeddedVault.builder().tls(certificates).start());
        scenario = VaultScenario.in(vault);
        folder.write("page.ctmpl", TEMPLATE);
        scenario.issuer().writeToken(folder.resolve("token"), VaultScenario.NAMESPACE, VaultScenario.SERVICE_ACCOUNT);
        ours(ours);
        shell();
        consulTemplate();
        agent();
    }

    private Map<String, String> environment(String... more) {
        Map<String, String> environment = new java.util.TreeMap<>(Map.of(
                "VAULT_ADDR", vault.address().toString(),
                "VAULT_CACERT", vault.caCertificate().orElseThrow().toString(),
                "SERVICE_ACCOUNT_PATH", folder.resolve("token").toString(),
                "HOME", folder.path().toString(),
                "A_SPECIFIC_VAR", "FOOBAR"));
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        return environment;
    }

    private String template() {
        return folder.resolve("page.ctmpl") + ":" + folder.resolve(PAGE);
    }

    private void add(String name, boolean ours, List<String> command, Map<String, String> environment) {
        List<String> limited = limit == null ? command : limit.limiting(command);
        contestants.add(new Contestant(name, ours, limited, environment));
    }

    private void ours(OurProgram ours) {
        add(
                "vault-renderer",
                true,
                ours.command("vault-renderer"),
                environment(
                        "VAULT_ROLE", VaultScenario.ROLE,
                        "VAULT_RENDERER_JOBS_0_TEMPLATE",
                                folder.resolve("page.ctmpl").toString(),
                        "VAULT_RENDERER_JOBS_0_DESTINATION",
                                folder.resolve(PAGE).toString()));
        add(
                "vault-renderer as consul-template",
                true,
                ours.command("consul-template", "-once", "-template", template()),
                environment("VAULT_K8S_AUTH_ROLE_NAME", VaultScenario.ROLE));
    }

    private void shell() {
        Optional<Path> peer = Peers.find("consul-template");
        if (peer.isEmpty() || Peers.find("curl").isEmpty() || Peers.find("jq").isEmpty()) {
            return;
        }
        String login =
                "VAULT_TOKEN=$(curl -sS --fail --cacert \"$VAULT_CACERT\" --data-binary @- \"$VAULT_ADDR/v1/auth/kubernetes/login\""
                        + " <<END | jq -r .auth.client_token\n{\"role\": \"" + VaultScenario.ROLE
                        + "\", \"jwt\": \"$(cat \"$SERVICE_ACCOUNT_PATH\")\"}\nEND\n)\nexport VAULT_TOKEN\nexec \"$0\" \"$@\"";
        add(
                "shell: curl, jq, consul-template",
                false,
                List.of(
                        "sh",
                        "-c",
                        login,
                        peer.get().toString(),
                        "-once",
                        "-vault-renew-token=false",
                        "-template",
                        template()),
                environment());
    }

    private void consulTemplate() {
        Peers.find("consul-template").ifPresent(peer -> {
            Path config = folder.write(
                    "consul-template.hcl",
                    "vault {\n  k8s_auth_role_name = \"" + VaultScenario.ROLE
                            + "\"\n  k8s_service_account_token_path = \"" + folder.resolve("token") + "\"\n}\n");
            add(
                    "consul-template",
                    false,
                    List.of(peer.toString(), "-once", "-config", config.toString(), "-template", template()),
                    environment());
        });
    }

    private void agent() {
        Peers.find("vault").ifPresent(peer -> {
            Path config = folder.write(
                    "agent.hcl",
                    "exit_after_auth = true\nauto_auth {\n  method \"kubernetes\" {\n    config = { role = \""
                            + VaultScenario.ROLE + "\", token_path = \"" + folder.resolve("token")
                            + "\" }\n  }\n}\ntemplate {\n  source = \"" + folder.resolve("page.ctmpl")
                            + "\"\n  destination = \"" + folder.resolve(PAGE) + "\"\n}\n");
            add("vault agent", false, List.of(peer.toString(), "agent", "-config", config.toString()), environment());
        });
    }

    @Override
    public String name() {
        return limit != null ? "start-limited" : keys == KeyType.RSA ? "start" : "start-p256";
    }

    @Override
    public String description() {
        return "Kubernetes login, one secret, one page, over TLS to "
                + (vault instanceof VaultProcess ? "a real Vault" : "the embedded Vault")
                + " with a certificate of " + (keys == KeyType.RSA ? "RSA" : "the curve P-256")
                + (limit == null ? "" : ", with " + limit.millis() + "m of a processor");
    }

    @Override
    public double stepSeconds() {
        return limit == null ? 0 : limit.stepSeconds();
    }

    @Override
    public List<Contestant> contestants() {
        return List.copyOf(contestants);
    }

    @Override
    public Sample run(Contestant contestant) {
        Sample sample = stopwatch.run(contestant);
        String page = folder.take(PAGE);
        if (!page.equals(EXPECTED)) {
            throw new IllegalStateException(contestant.name() + " rendered another page: " + page);
        }
        return sample;
    }

    @Override
    public void close() {
        scenario.close();
        vault.close();
        folder.close();
    }
}
