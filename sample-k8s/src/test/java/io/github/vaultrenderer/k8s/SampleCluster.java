package io.github.vaultrenderer.k8s;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.github.vaultrenderer.test.KeyType;
import io.github.vaultrenderer.test.RealServers;
import io.github.vaultrenderer.test.TestCertificates;
import io.github.vaultrenderer.test.VaultProcess;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * A real cluster with a real Vault beside it, set up as the samples' README says: its files are copied to a folder, where
 * Vault's address, its certificate authority and the images' names are filled in.
 */
public final class SampleCluster implements AutoCloseable {

    /** The samples' namespace. */
    public static final String NAMESPACE = "org1";

    static final String VALUE = "value-from-vault-7f3a9c";

    private final Path folder;
    private final KubernetesClient client;
    private final VaultProcess vault;
    private final TestCertificates certificates;
    private final String address;

    private SampleCluster(Path folder, KubernetesClient client, VaultProcess vault, TestCertificates certificates) {
        this.folder = folder;
        this.client = client;
        this.vault = vault;
        this.certificates = certificates;
        this.address = "https://" + RealServers.variable("TEST_HOST_IP") + ":"
                + vault.address().getPort();
    }

    /**
     * Sets it up.
     *
     * @param folder an empty one, for the filled-in copy
     * @param samples this module's folder
     */
    public static SampleCluster start(Path folder, Path samples) {
        RealServers.variable("KUBECONFIG");
        String host = RealServers.variable("TEST_HOST_IP");
        RealServers.variable("VAULT_RENDERER_IMAGE");
        RealServers.variable("NGINX_IMAGE");
        TestCertificates certificates =
                TestCertificates.create("sample-vault-ca", KeyType.RSA).forHosts("vault.sample", "127.0.0.1", host);
        VaultProcess vault = VaultProcess.builder(RealServers.vault())
                .tls(certificates)
                .host("0.0.0.0")
                .start();
        KubernetesClient client = new KubernetesClientBuilder().build();
        SampleCluster cluster = new SampleCluster(folder, client, vault, certificates);
        cluster.prepare(samples);
        return cluster;
    }

    private void prepare(Path samples) {
        copySamples(samples.toAbsolutePath());
        fillIn(address, certificates.caFile());
        kubectl("apply", "-k", "reviewer");
        setUpVault();
    }

    private void setUpVault() {
        Secret reviewer = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> client.secrets()
                                .inNamespace("vault")
                                .withName("vault-reviewer")
                                .get(),
                        secret -> secret != null
                                && secret.getData() != null
                                && secret.getData().containsKey("token"));
        try {
            Path bin = Files.createDirectory(folder.resolve("bin"));
            Files.createSymbolicLink(bin.resolve("vault"), RealServers.vault());
            Map<String, String> environment = new HashMap<>();
            environment.put("PATH", bin + ":" + System.getenv("PATH"));
            environment.put("VAULT_ADDR", vault.address().toString());
            environment.put("VAULT_CACERT", certificates.caFile().toString());
            environment.put("VAULT_TOKEN", vault.rootToken());
            environment.put("KUBERNETES_HOST", client.getMasterUrl().toString());
            environment.put(
                    "KUBERNETES_CA", write("cluster-ca.pem", reviewer.getData().get("ca.crt")));
            environment.put(
                    "REVIEWER_TOKEN", write("reviewer.token", reviewer.getData().get("token")));
            environment.put("SECRET_VALUE", VALUE);
            Commands.run(folder, environment, "sh", "./vault-setup.sh");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String write(String name, String base64) throws IOException {
        return Files.write(folder.resolve(name), Base64.getDecoder().decode(base64))
                .toString();
    }

    private void copySamples(Path samples) {
        try {
            for (String part : new String[] {"base", "overlays", "reviewer", "vault-setup.sh"}) {
                copy(samples.resolve(part), samples);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void copy(Path from, Path root) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path to = folder.resolve(root.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void fillIn(String address, Path ca) {
        try {
            Files.writeString(folder.resolve("base/vault_addr"), address);
            Files.copy(ca, folder.resolve("base/vault_ca_file"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The overlay's objects, with the images' names of this cluster. */
    String rendered(String overlay) {
        Path site = folder.resolve("site-" + overlay);
        try {
            Files.createDirectories(site);
            Files.writeString(
                    site.resolve("kustomization.yaml"),
                    "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [../overlays/"
                            + overlay
                            + "]\nimages:\n" + image("vault-renderer", RealServers.variable("VAULT_RENDERER_IMAGE"))
                            + image("nginx", RealServers.variable("NGINX_IMAGE")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return kubectl("kustomize", site.toString());
    }

    private static String image(String name, String reference) {
        int colon = reference.lastIndexOf(':');
        return "  - {name: " + name + ", newName: \"" + reference.substring(0, colon) + "\", newTag: \""
                + reference.substring(colon + 1) + "\"}\n";
    }

    /** Applies an overlay, whatever stood there before. */
    public void apply(String overlay) {
        try {
            Path objects = Files.writeString(folder.resolve(overlay + ".yaml"), rendered(overlay));
            kubectl("apply", "-f", objects.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A pod as the overlay's deployment would make it, to be changed by a test. */
    public PodBuilder pod(String overlay, String name) {
        Deployment deployment =
                client
                        .load(new ByteArrayInputStream(rendered(overlay).getBytes(StandardCharsets.UTF_8)))
                        .items()
                        .stream()
                        .filter(Deployment.class::isInstance)
                        .map(Deployment.class::cast)
                        .findFirst()
                        .orElseThrow();
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(NAMESPACE)
                .endMetadata()
                .withSpec(deployment.getSpec().getTemplate().getSpec())
                .editSpec()
                .withRestartPolicy("Never")
                .endSpec();
    }

    /** Creates a pod. */
    public Pod create(Pod pod) {
        return client.resource(pod).create();
    }

    /** Talks to the cluster. */
    public KubernetesClient client() {
        return client;
    }

    VaultProcess vault() {
        return vault;
    }

    String address() {
        return address;
    }

    TestCertificates certificates() {
        return certificates;
    }

    String kubectl(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "kubectl";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return Commands.run(folder, Map.of(), command);
    }

    @Override
    public void close() {
        for (String namespace : new String[] {NAMESPACE, "org2"}) {
            client.namespaces().withName(namespace).withGracePeriod(0).delete();
        }
        client.close();
        vault.close();
    }
}
