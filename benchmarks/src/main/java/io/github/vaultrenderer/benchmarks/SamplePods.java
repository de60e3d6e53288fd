package io.github.vaultrenderer.benchmarks;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.github.vaultrenderer.k8s.SampleCluster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Pods of unmodified nginx on a real cluster, with the samples' init containers, or with the peers' images in their place
 * where {@code AUTHENTICATOR_IMAGE} and {@code CONSUL_TEMPLATE_IMAGE} name them.
 */
final class SamplePods implements AutoCloseable {

    /** How long anything may take to be as it should. */
    static final int MOST_SECONDS = 180;

    private static final String AUTHENTICATOR = "AUTHENTICATOR_IMAGE";
    private static final String CONSUL_TEMPLATE = "CONSUL_TEMPLATE_IMAGE";
    private static final String NONE = "no init container";
    private static final String RUNTIME = "an init container that only starts Java (--version)";
    private static final String ONE = "vault-renderer: one init container";
    private static final String TWO = "vault-renderer: two init containers, as authenticator and as consul-template";
    private static final String PEERS = "authenticator, then consul-template: two init containers";

    private final Folder folder = new Folder();
    private final SampleCluster cluster;

    SamplePods(Path project) {
        cluster = SampleCluster.start(folder.path(), project.resolve("sample-k8s"));
        cluster.apply("drop-in");
        cluster.apply("renderer");
        cluster.client()
                .apps()
                .deployments()
                .inNamespace(SampleCluster.NAMESPACE)
                .withName("nginx")
                .delete();
    }

    SampleCluster cluster() {
        return cluster;
    }

    List<Contestant> contestants() {
        List<Contestant> contestants = new ArrayList<>(List.of(
                new Contestant(NONE, false, List.of(), Map.of()),
                new Contestant(RUNTIME, false, List.of(), Map.of()),
                new Contestant(ONE, true, List.of(), Map.of()),
                new Contestant(TWO, true, List.of(), Map.of())));
        if (System.getenv(AUTHENTICATOR) != null && System.getenv(CONSUL_TEMPLATE) != null) {
            contestants.add(new Contestant(PEERS, false, List.of(), Map.of()));
        }
        return contestants;
    }

    /** The contestant's pod, not created yet. */
    Pod pod(Contestant contestant, String name) {
        return switch (contestant.name()) {
            case NONE ->
                servingItsOwnPage(cluster.pod("drop-in", name)
                        .editSpec()
                        .withInitContainers()
                        .endSpec());
            case RUNTIME ->
                servingItsOwnPage(cluster.pod("renderer", name)
                        .editSpec()
                        .editInitContainer(0)
                        .withArgs("--version")
                        .endInitContainer()
                        .endSpec());
            case ONE -> withTheTemplateOfTheOthers(cluster.pod("renderer", name));
            case TWO -> cluster.pod("drop-in", name).build();
            case PEERS ->
                cluster.pod("drop-in", name)
                        .editSpec()
                        .editInitContainer(0)
                        .withImage(System.getenv(AUTHENTICATOR))
                        .endInitContainer()
                        .editInitContainer(1)
                        .withImage(System.getenv(CONSUL_TEMPLATE))
                        .endInitContainer()
                        .endSpec()
                        .build();
            default -> throw new IllegalArgumentException(contestant.name());
        };
    }

    private static Pod withTheTemplateOfTheOthers(PodBuilder pod) {
        return pod.editSpec()
                .editInitContainer(0)
                .editMatchingEnv(variable -> variable.getName().equals("VAULT_RENDERER_JOBS_0_TEMPLATE"))
                .withValue("/templates/index.html.ctmpl")
                .endEnv()
                .endInitContainer()
                .endSpec()
                .build();
    }

    /** As nothing renders one for it. */
    private static Pod servingItsOwnPage(PodBuilder pod) {
        return pod.editSpec()
                .editContainer(0)
                .withVolumeMounts(List.<VolumeMount>of())
                .endContainer()
                .endSpec()
                .build();
    }

    @Override
    public void close() {
        cluster.close();
        folder.close();
    }
}
