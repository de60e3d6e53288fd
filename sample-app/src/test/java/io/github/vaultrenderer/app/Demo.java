package io.github.vaultrenderer.app;

import io.github.vaultrenderer.test.EmbeddedVault;
import io.github.vaultrenderer.test.VaultScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The main job, to be seen: the sample's page, rendered from a pod's identity on an embedded Vault with TLS. */
final class Demo {

    private Demo() {}

    /** Takes the folder of the sample's templates. */
    public static void main(String[] arguments) throws IOException {
        Path templates = Path.of(arguments[0]);
        Path pod = Files.createTempDirectory("demo-pod");
        try (EmbeddedVault vault = EmbeddedVault.builder().tls().start();
                VaultScenario scenario = VaultScenario.in(vault)) {
            Path identity = scenario.issuer()
                    .writeToken(pod.resolve("token"), VaultScenario.NAMESPACE, VaultScenario.SERVICE_ACCOUNT);
            Path page = pod.resolve("html/index.html");
            Map<String, String> environment = Map.of(
                    "VAULT_ADDR", vault.address().toString(),
                    "VAULT_CACERT", vault.caCertificate().orElseThrow().toString(),
                    "VAULT_ROLE", VaultScenario.ROLE,
                    "SERVICE_ACCOUNT_PATH", identity.toString(),
                    "A_SPECIFIC_VAR", "FOOBAR");
            ConsoleLogging.start(System.out, environment);
            System.out.println("Vault is at " + vault.address() + ", the pod's service-account token in " + identity);
            int exitCode = new RendererApplication(
                            environment, System.out, System.out, pod.resolve("no-termination-log"))
                    .run(List.of(
                            "--vault-renderer.jobs[0].template=" + templates.resolve("index.html.ctmpl"),
                            "--vault-renderer.jobs[0].destination=" + page,
                            "--vault-renderer.jobs[0].mode=0644"));
            if (exitCode != 0) {
                throw new IllegalStateException("the renderer ended with exit code " + exitCode);
            }
            System.out.println();
            System.out.println(Files.readString(page));
        }
    }
}
