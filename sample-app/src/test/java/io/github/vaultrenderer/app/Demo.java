package io.github.vaultrenderer.app;

import io.github.vaultrenderer.test.EmbeddedVault;
import io.github.vaultrenderer.test.VaultScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** The main job, to be seen: the sample's page, rendered from a pod's identity on an embedded Vault with TLS. */
final class Demo {

    private Demo() {}

    /** Takes the folder of the sample's templates. */
    public static void main(String[] arguments) throws IOException {
        Path templates = Path.of(arguments[0]);
        Path folder = Files.createTempDirectory("demo-pod");
        try (EmbeddedVault vault = EmbeddedVault.builder().tls().start();
                VaultScenario scenario = VaultScenario.in(vault)) {
            render(templates, Pod.in(folder, scenario));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void render(Path templates, Pod pod) throws IOException {
        Path page = pod.file("html/index.html");
        pod.set("A_SPECIFIC_VAR", "FOOBAR");
        ConsoleLogging.start(System.out, pod.environment());
        System.out.println("Vault is at " + pod.environment().get("VAULT_ADDR")
                + ", the pod's service-account token in " + pod.token());
        int exitCode = new RendererApplication(pod.environment(), System.out, System.out, pod.terminationLog())
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
