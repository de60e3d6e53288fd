package io.github.vaultrenderer.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.github.vaultrenderer.test.RealServers;
import io.github.vaultrenderer.test.TestCertificates;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples on a real cluster with a real Vault, over TLS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleClusterIT {

    private static final Duration TIME_TO_FAIL = Duration.ofSeconds(15);
    private static final String OURS = "renderer";

    private SampleCluster cluster;
    private KubernetesClient client;

    @BeforeAll
    void start(@TempDir Path folder) {
        cluster = SampleCluster.start(folder, Path.of(""));
        client = cluster.client();
        cluster.apply(OURS);
        client.apps()
                .deployments()
                .inNamespace(SampleCluster.NAMESPACE)
                .withName("nginx")
                .scale(0);
    }

    @AfterAll
    void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {OURS, "drop-in", "drop-in-hardened"})
    void nginxServesThePage(String overlay) throws IOException, InterruptedException {
        client.apps()
                .deployments()
                .inNamespace(SampleCluster.NAMESPACE)
                .withName("nginx")
                .delete();
        noPodIsLeft();
        cluster.apply(overlay);
        Pod pod = await().atMost(Duration.ofSeconds(60)).until(this::nginxPod, SampleClusterIT::ready);

        String page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create("http://" + pod.getStatus().getPodIP() + "/index.html"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        assertThat(page).startsWith("<html>").contains(SampleCluster.VALUE).contains("PLOUPI: FOOBAR");

        theSecretIsNowhereElse(pod);
        assertThat(exec(pod, "cat", "/proc/mounts")).containsPattern("\\S+ /usr/share/nginx/html tmpfs ");
        assertThat(exec(pod, "stat", "-c", "%a", "/usr/share/nginx/html/index.html")
                        .strip())
                .isEqualTo("644");
        client.apps()
                .deployments()
                .inNamespace(SampleCluster.NAMESPACE)
                .withName("nginx")
                .scale(0);
    }

    private void theSecretIsNowhereElse(Pod pod) throws IOException, InterruptedException {
        String objects =
                cluster.kubectl("get", "all,configmaps,secrets,events", "-n", SampleCluster.NAMESPACE, "-o", "json");
        assertThat(objects).contains(pod.getMetadata().getName()).doesNotContain(SampleCluster.VALUE);
        pod.getSpec()
                .getInitContainers()
                .forEach(container -> assertThat(log(pod, container.getName())).doesNotContain(SampleCluster.VALUE));
        assertThat(log(pod, "nginx")).doesNotContain(SampleCluster.VALUE);
        assertThat(exec(pod, "env")).doesNotContain(SampleCluster.VALUE);
    }

    @Test
    void runsInASmallContainer() {
        Pod small = client.resource(cluster.pod(OURS, "small")
                        .editSpec()
                        .editInitContainer(0)
                        .withNewResources()
                        .addToLimits("cpu", new Quantity("250m"))
                        .addToLimits("memory", new Quantity("64Mi"))
                        .endResources()
                        .endInitContainer()
                        .endSpec()
                        .build())
                .create();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> client.resource(small).get(), SampleClusterIT::ready);
        ContainerStatus init = client.resource(small)
                .get()
                .getStatus()
                .getInitContainerStatuses()
                .get(0);
        assertThat(init.getRestartCount()).isZero();
        client.resource(small).withGracePeriod(0).delete();
    }

    @Test
    void anotherServiceAccountGetsNothing() {
        client.resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withName("app2")
                        .withNamespace(SampleCluster.NAMESPACE)
                        .endMetadata()
                        .build())
                .createOr(io.fabric8.kubernetes.client.dsl.NonDeletingOperation::update);
        PodBuilder pod = cluster.pod(OURS, "other-account");

        ContainerStateTerminated end = failure(pod.editSpec()
                .withServiceAccountName("app2")
                .withServiceAccount("app2")
                .endSpec()
                .build());

        assertThat(end.getExitCode()).isEqualTo(21);
        assertThat(end.getMessage())
                .contains("403: service account name not authorized")
                .contains("\"app2\" in namespace \"org1\"")
                .contains("bound_service_account_names");
    }

    @Test
    void anotherNamespaceGetsNothing() {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName("org2")
                        .endMetadata()
                        .build())
                .create();
        client.resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withName("app1")
                        .withNamespace("org2")
                        .endMetadata()
                        .build())
                .create();
        for (String name : List.of("vault", "app-config", "nginx-templates")) {
            ConfigMap original = client.configMaps()
                    .inNamespace(SampleCluster.NAMESPACE)
                    .withName(name)
                    .require();
            client.resource(new ConfigMapBuilder()
                            .withNewMetadata()
                            .withName(name)
                            .withNamespace("org2")
                            .endMetadata()
                            .withData(original.getData())
                            .build())
                    .create();
        }
        PodBuilder pod = cluster.pod(OURS, "other-namespace");

        ContainerStateTerminated end =
                failure(pod.editMetadata().withNamespace("org2").endMetadata().build());

        assertThat(end.getExitCode()).isEqualTo(21);
        assertThat(end.getMessage())
                .contains("403: namespace not authorized")
                .contains("\"app1\" in namespace \"org2\"")
                .contains("bound_service_account_namespaces");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    role         | VAULT_ROLE                         | no-such-role     | 20 | invalid role name "no-such-role"
                    mount        | VAULT_K8S_MOUNT_PATH               | nowhere          | 21 | permission denied
                    destination  | VAULT_RENDERER_JOBS_0_DESTINATION  | /nowhere/x.html  | 25 | cannot write /nowhere/x.html: read-only file system
                    no-template  | VAULT_RENDERER_JOBS_0_TEMPLATE     | /templates/x.ftl | 20 | there is no template /templates/x.ftl
                    ca           | VAULT_CACERT                       | /templates/index.html.ftl | 20 | no certificate in PEM form
                    """)
    void aWrongSettingFailsWithItsReason(String name, String variable, String value, int code, String reason) {
        ContainerStateTerminated end = failure(with(cluster.pod(OURS, "wrong-" + name), variable, value));

        assertThat(end.getExitCode()).isEqualTo(code);
        assertThat(end.getMessage()).contains(reason).endsWith("(exit " + code + ")");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    key       | ${secret('secret/org1/app1').nope} | 23 | index.html.ftl:1:3: executing at <secret("secret/org1/app1").nope>: map has no entry for key "nope"
                    denied    | ${secret('secret/org1/app2').var}  | 22 | vault.read(secret/org1/app2)
                    syntax    | <#if true>                         | 24 | index.html.ftl:1:1
                    """)
    void aWrongTemplateFailsWithItsPlace(String name, String template, int code, String reason) {
        ContainerStateTerminated end = failure(withTemplate(cluster.pod(OURS, "template-" + name), name, template));

        assertThat(end.getExitCode()).isEqualTo(code);
        assertThat(end.getMessage()).contains(reason).doesNotContain(SampleCluster.VALUE);
    }

    @Test
    void aMissingSecretFailsWithItsPath() {
        cluster.vault()
                .admin()
                .policy(
                        "org1-app1-reader",
                        Map.of("secret/org1/app1", List.of("read"), "secret/org1/absent", List.of("read")));

        ContainerStateTerminated end = failure(
                withTemplate(cluster.pod(OURS, "missing-secret"), "absent", "${secret('secret/org1/absent').var}"));

        assertThat(end.getExitCode()).isEqualTo(23);
        assertThat(end.getMessage()).contains("no secret exists at secret/org1/absent");
    }

    @Test
    void anotherCertificateAuthorityIsRefusedByName() throws IOException {
        TestCertificates others = TestCertificates.create("another-ca");
        client.resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("another-ca")
                        .withNamespace(SampleCluster.NAMESPACE)
                        .endMetadata()
                        .withData(Map.of("vault_ca_file", Files.readString(others.caFile())))
                        .build())
                .create();
        Pod pod = cluster.pod(OURS, "another-ca")
                .editSpec()
                .editMatchingVolume(volume -> volume.getName().equals("vault-ca"))
                .editConfigMap()
                .withName("another-ca")
                .endConfigMap()
                .endVolume()
                .endSpec()
                .build();

        ContainerStateTerminated end = failure(pod);

        assertThat(end.getExitCode()).isEqualTo(27);
        assertThat(end.getMessage())
                .contains("subject \"CN=vault.sample\"")
                .contains("issuer \"CN=sample-vault-ca\"")
                .contains("CN=another-ca");
    }

    @Test
    void aVaultThatComesLaterIsWaitedFor() throws IOException, InterruptedException {
        int port = freePort();
        String host = RealServers.variable("TEST_HOST_IP");
        Pod pod = cluster.create(
                with(cluster.pod(OURS, "vault-comes-later"), "VAULT_ADDR", "https://" + host + ":" + port));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> log(pod, "vault-renderer").contains("cannot be reached"));
        Instant refused = Instant.now();
        // The same Vault, ten seconds later, at the address that nobody answered at.
        TimeUnit.SECONDS.sleep(10);
        try (PortForward forward =
                PortForward.start(port, cluster.vault().address().getPort())) {
            await().atMost(Duration.ofSeconds(40)).until(() -> ready(fresh(pod)));
            assertThat(Duration.between(refused, Instant.now())).isGreaterThan(Duration.ofSeconds(10));
            assertThat(fresh(pod).getStatus().getInitContainerStatuses().get(0).getRestartCount())
                    .isZero();
            assertThat(forward.connections()).isPositive();
        }
        client.resource(pod).withGracePeriod(0).delete();
    }

    @Test
    void runsWherePodSecurityIsRestricted() {
        client.namespaces()
                .withName(SampleCluster.NAMESPACE)
                .edit(namespace -> new NamespaceBuilder(namespace)
                        .editMetadata()
                        .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
                        .endMetadata()
                        .build());
        try {
            Pod original = cluster.pod(OURS, "restricted").build();
            // nginx itself, unmodified, would not be let in: ours alone is asked about.
            Pod alone = new PodBuilder(original)
                    .editSpec()
                    .withInitContainers()
                    .withContainers(original.getSpec().getInitContainers().get(0))
                    .endSpec()
                    .build();
            Pod pod = cluster.create(alone);

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> "Succeeded".equals(fresh(pod).getStatus().getPhase()));
            client.resource(pod).withGracePeriod(0).delete();
        } finally {
            client.namespaces()
                    .withName(SampleCluster.NAMESPACE)
                    .edit(namespace -> new NamespaceBuilder(namespace)
                            .editMetadata()
                            .removeFromLabels("pod-security.kubernetes.io/enforce")
                            .endMetadata()
                            .build());
        }
    }

    /** Creates the pod, and waits for its init container to fail; nginx must not have started, and no file be there. */
    private ContainerStateTerminated failure(Pod pod) {
        Pod created = cluster.create(pod);
        ContainerStateTerminated end =
                await().atMost(Duration.ofSeconds(45)).until(() -> terminated(fresh(created)), state -> state != null);
        Duration taken = Duration.between(Instant.parse(end.getStartedAt()), Instant.parse(end.getFinishedAt()));
        assertThat(taken).isLessThanOrEqualTo(TIME_TO_FAIL);
        Pod failed = await().atMost(Duration.ofSeconds(15))
                .until(
                        () -> fresh(created),
                        current -> "Failed".equals(current.getStatus().getPhase()));
        assertThat(failed.getStatus().getContainerStatuses())
                .allSatisfy(status -> assertThat(status.getStarted()).isNotEqualTo(true));
        client.resource(created).withGracePeriod(0).delete();
        return end;
    }

    private static ContainerStateTerminated terminated(Pod pod) {
        return pod.getStatus().getInitContainerStatuses().stream()
                .map(status -> status.getState().getTerminated())
                .filter(state -> state != null && state.getExitCode() != 0)
                .findFirst()
                .orElse(null);
    }

    private static Pod with(PodBuilder pod, String variable, String value) {
        return pod.editSpec()
                .editMatchingInitContainer(container -> container.getName().equals("vault-renderer"))
                .removeMatchingFromEnv(
                        variableBuilder -> variableBuilder.getName().equals(variable))
                .addToEnv(
                        new EnvVarBuilder().withName(variable).withValue(value).build())
                .endInitContainer()
                .endSpec()
                .build();
    }

    private Pod withTemplate(PodBuilder pod, String name, String template) {
        client.resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("template-" + name)
                        .withNamespace(SampleCluster.NAMESPACE)
                        .endMetadata()
                        .withData(Map.of("index.html.ftl", template))
                        .build())
                .create();
        return pod.editSpec()
                .editMatchingVolume(volume -> volume.getName().equals("templates"))
                .editConfigMap()
                .withName("template-" + name)
                .endConfigMap()
                .endVolume()
                .endSpec()
                .build();
    }

    private void noPodIsLeft() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> client.pods()
                        .inNamespace(SampleCluster.NAMESPACE)
                        .withLabel("app", "nginx")
                        .list()
                        .getItems()
                        .isEmpty());
    }

    private Pod nginxPod() {
        List<Pod> pods = client.pods()
                .inNamespace(SampleCluster.NAMESPACE)
                .withLabel("app", "nginx")
                .list()
                .getItems();
        return pods.isEmpty() ? null : pods.get(0);
    }

    private static boolean ready(Pod pod) {
        return pod != null
                && !pod.getStatus().getContainerStatuses().isEmpty()
                && pod.getStatus().getContainerStatuses().stream().allMatch(ContainerStatus::getReady);
    }

    private Pod fresh(Pod pod) {
        return client.resource(pod).get();
    }

    private String log(Pod pod, String container) {
        try {
            return client.pods().resource(pod).inContainer(container).getLog();
        } catch (io.fabric8.kubernetes.client.KubernetesClientException notStarted) {
            return "";
        }
    }

    private String exec(Pod pod, String... command) {
        String[] all = new String[command.length + 6];
        System.arraycopy(
                new String[] {
                    "exec", "-n", SampleCluster.NAMESPACE, pod.getMetadata().getName(), "--container=nginx", "--"
                },
                0,
                all,
                0,
                6);
        System.arraycopy(command, 0, all, 6, command.length);
        return cluster.kubectl(all);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
