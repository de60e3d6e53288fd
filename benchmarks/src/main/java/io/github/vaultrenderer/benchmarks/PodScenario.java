package io.github.vaultrenderer.benchmarks;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.fabric8.kubernetes.client.readiness.Readiness;
import io.github.vaultrenderer.k8s.SampleCluster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * From a pod's creation until it is Ready: unmodified nginx on a real cluster, with the samples' init containers, or with
 * the peers' images in their place where {@code AUTHENTICATOR_IMAGE} and {@code CONSUL_TEMPLATE_IMAGE} name them.
 */
final class PodScenario implements Scenario {

    private static final double NANOS = 1e9;
    private static final int MOST_SECONDS = 180;
    private static final double GOLDEN_RATIO = 0.618;
    private static final String AUTHENTICATOR = "AUTHENTICATOR_IMAGE";
    private static final String CONSUL_TEMPLATE = "CONSUL_TEMPLATE_IMAGE";
    private static final String NONE = "no init container";
    private static final String RUNTIME = "an init container that only starts Java (--version)";
    private static final String ONE = "vault-renderer: one init container";
    private static final String TWO = "vault-renderer: two init containers, as authenticator and as consul-template";
    private static final String PEERS = "authenticator, then consul-template: two init containers";

    private final Folder folder = new Folder();
    private final SampleCluster cluster;
    private final Map<Contestant, Integer> runs = new HashMap<>();
    private int pods;
    private long ready = System.nanoTime();

    PodScenario(Path project) {
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

    @Override
    public String name() {
        return "pod-ready";
    }

    @Override
    public String description() {
        return "From the creation of a pod with unmodified nginx to Ready, on a real cluster";
    }

    @Override
    public List<Contestant> contestants() {
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

    @Override
    public Sample run(Contestant contestant) {
        Pod pod = pod(contestant.name());
        awaitPhase(runs.merge(contestant, 1, Integer::sum));
        long start = System.nanoTime();
        cluster.create(pod);
        PodResource created = cluster.client()
                .pods()
                .inNamespace(SampleCluster.NAMESPACE)
                .withName(pod.getMetadata().getName());
        Pod last = created.waitUntilCondition(
                now -> now != null && (Readiness.getInstance().isReady(now) || failed(now)),
                MOST_SECONDS,
                TimeUnit.SECONDS);
        ready = System.nanoTime();
        double seconds = (ready - start) / NANOS;
        if (failed(last)) {
            throw new IllegalStateException(contestant.name() + " failed: " + logs(created, last));
        }
        created.withGracePeriod(0).delete();
        created.waitUntilCondition(now -> now == null, MOST_SECONDS, TimeUnit.SECONDS);
        return new Sample(Map.of(Sample.SECONDS, seconds));
    }

    /** What its init containers said, as far as they came. */
    private static String logs(PodResource created, Pod pod) {
        return pod.getStatus().getInitContainerStatuses().stream()
                .filter(container -> container.getState().getTerminated() != null)
                .map(container -> container.getName() + ": "
                        + created.inContainer(container.getName()).getLog())
                .collect(Collectors.joining("\n"));
    }

    private static boolean failed(Pod pod) {
        return pod.getStatus() != null && "Failed".equals(pod.getStatus().getPhase());
    }

    /**
     * The kubelet looks after its containers once a second, and a pod is Ready just after such a look, so that the last pod tells when
     * the looks are. Waits for another moment between two of them in each round, spread evenly, as pods are created at any, and for
     * the same one with each contestant.
     */
    private void awaitPhase(int round) {
        long moment = Math.round(round * GOLDEN_RATIO % 1 * NANOS);
        try {
            TimeUnit.NANOSECONDS.sleep(Math.floorMod(moment - (System.nanoTime() - ready), (long) NANOS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private Pod pod(String contestant) {
        // Each has its own name: a kubelet that still knows a pod of the same name is slow to mount its volumes.
        String name = "benchmark-" + ++pods;
        PodBuilder one = cluster.pod("renderer", name);
        PodBuilder two = cluster.pod("drop-in", name);
        return switch (contestant) {
            case NONE -> servingItsOwnPage(two.editSpec().withInitContainers().endSpec());
            case RUNTIME ->
                servingItsOwnPage(one.editSpec()
                        .editInitContainer(0)
                        .withArgs("--version")
                        .endInitContainer()
                        .endSpec());
            case ONE -> withTheTemplateOfTheOthers(one);
            case TWO -> two.build();
            case PEERS ->
                two.editSpec()
                        .editInitContainer(0)
                        .withImage(System.getenv(AUTHENTICATOR))
                        .endInitContainer()
                        .editInitContainer(1)
                        .withImage(System.getenv(CONSUL_TEMPLATE))
                        .endInitContainer()
                        .endSpec()
                        .build();
            default -> throw new IllegalArgumentException(contestant);
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
