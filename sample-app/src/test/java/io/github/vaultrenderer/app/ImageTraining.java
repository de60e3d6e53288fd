package io.github.vaultrenderer.app;

import io.github.vaultrenderer.test.EmbeddedVault;
import io.github.vaultrenderer.test.KeyType;
import io.github.vaultrenderer.test.TestCertificates;
import io.github.vaultrenderer.test.VaultScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * Runs the program once under each of its names for each kind of keys that Vault's certificate may have, as in a pod whose
 * Vault is an embedded one, and has Java write which classes it loads: what the image's shared archive is made from.
 */
final class ImageTraining {

    private static final String GO = """
            {{ with secret "secret/org1/app1" }}{{ .Data.var }}{{ end }}
            {{ range $key, $value := (secret "kv/org1/app1").Data.data }}{{ $key }}={{ $value | toLower }}{{ end }}
            {{ if env "NAME" }}{{ printf "%s" (env "NAME") }}{{ end }}
            """;

    private static final String FREEMARKER = "${secret('secret/org1/app1').var}\n";

    private ImageTraining() {}

    /** Takes the folder for the lists of classes, and the command that starts the program. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        for (KeyType keys : KeyType.values()) {
            Path lists = Files.createDirectory(Path.of(arguments[0], keys.name()));
            train(keys, lists, List.of(arguments).subList(1, arguments.length));
        }
    }

    private static void train(KeyType keys, Path lists, List<String> command) throws IOException, InterruptedException {
        Path pod = Files.createTempDirectory("training-pod");
        Path go = Files.writeString(pod.resolve("page.ctmpl"), GO);
        Path freemarker = Files.writeString(pod.resolve("page.ftl"), FREEMARKER);
        try (EmbeddedVault vault = EmbeddedVault.builder()
                        .tls(TestCertificates.create("training-ca", keys))
                        .start();
                VaultScenario scenario = VaultScenario.in(vault)) {
            Path identity = scenario.issuer()
                    .writeToken(pod.resolve("token"), VaultScenario.NAMESPACE, VaultScenario.SERVICE_ACCOUNT);
            Map<String, String> shared = Map.of(
                    "VAULT_ADDR", vault.address().toString(),
                    "VAULT_CACERT", vault.caCertificate().orElseThrow().toString(),
                    "SERVICE_ACCOUNT_PATH", identity.toString(),
                    "HOME", pod.toString(),
                    "NAME", "training");
            run(
                    listing(command, lists, "vault-kubernetes-authenticator"),
                    shared,
                    Map.of(
                            "VAULT_ROLE", VaultScenario.ROLE,
                            "TOKEN_DEST_PATH", pod.resolve(".vault-token").toString(),
                            "ACCESSOR_DEST_PATH", pod.resolve(".vault-accessor").toString()));
            List<String> consulTemplate = listing(command, lists, "consul-template");
            consulTemplate.addAll(List.of("-once", "-template", go + ":" + pod.resolve("1/page")));
            run(consulTemplate, shared, Map.of());
            run(
                    listing(command, lists, "vault-renderer"),
                    shared,
                    Map.of(
                            "VAULT_ROLE",
                            VaultScenario.ROLE,
                            "VAULT_RENDERER_JOBS_0_TEMPLATE",
                            go.toString(),
                            "VAULT_RENDERER_JOBS_0_DESTINATION",
                            pod.resolve("2/page").toString(),
                            "VAULT_RENDERER_JOBS_0_MODE",
                            "0644",
                            "VAULT_RENDERER_JOBS_1_TEMPLATE",
                            freemarker.toString(),
                            "VAULT_RENDERER_JOBS_1_DESTINATION",
                            pod.resolve("3/page").toString()));
        } finally {
            FileSystemUtils.deleteRecursively(pod);
        }
    }

    private static List<String> listing(List<String> command, Path lists, String name) {
        List<String> whole = new ArrayList<>(command);
        whole.add(1, "-XX:DumpLoadedClassList=" + lists.resolve(name + ".classes"));
        whole.add(name);
        return whole;
    }

    private static void run(List<String> command, Map<String, String> shared, Map<String, String> own)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        Map<String, String> environment = new HashMap<>(shared);
        environment.putAll(own);
        // The settings of whoever builds are not the training's.
        builder.environment().clear();
        builder.environment().putAll(environment);
        int exitCode = builder.start().waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException("the program ended with exit code " + exitCode);
        }
    }
}
