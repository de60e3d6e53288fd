package io.github.vaultrenderer.benchmarks;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import io.github.vaultrenderer.k8s.SampleCluster;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A rolling update of a deployment of {@link SamplePods}, one pod at a time, as {@code kubectl rollout restart} begins it:
 * each pod but the first is created when the one before is Ready.
 */
final class RolloutScenario implements Scenario {

    /** The most of which Kubernetes, left to its defaults, replaces one at a time. */
    private static final int REPLICAS = 3;

    private static final String LABEL = "benchmark";

    private final SamplePods samples;
    private final Map<Contestant, RollableScalableResource<Deployment>> deployments = new HashMap<>();

    RolloutScenario(SamplePods samples) {
        this.samples = samples;
    }

    @Override
    public String name() {
        return "rollout";
    }

    @Override
    public String description() {
        return "A rolling update of a deployment with " + REPLICAS + " pods of unmodified nginx, on a real cluster";
    }

    @Override
    public List<Contestant> contestants() {
        return samples.contestants();
    }

    @Override
    public Sample run(Contestant contestant) {
        RollableScalableResource<Deployment> deployment = deployments.computeIfAbsent(contestant, this::deploy);
        awaitPodsGone();
        long start = System.nanoTime();
        long generation = deployment.rolling().restart().getMetadata().getGeneration();
        deployment.waitUntilCondition(
                now -> now != null && isDone(now, generation), SamplePods.MOST_SECONDS, TimeUnit.SECONDS);
        return Sample.since(start);
    }

    private RollableScalableResource<Deployment> deploy(Contestant contestant) {
        String name = "rollout-" + deployments.size();
        Deployment deployment = new DeploymentBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(SampleCluster.NAMESPACE)
                .endMetadata()
                .withNewSpec()
                .withReplicas(REPLICAS)
                .withNewSelector()
                .addToMatchLabels(LABEL, name)
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels(LABEL, name)
                .endMetadata()
                .withSpec(samples.pod(contestant, name).getSpec())
                .editSpec()
                .withRestartPolicy("Always")
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
        samples.cluster().client().resource(deployment).create();
        RollableScalableResource<Deployment> created = samples.cluster()
                .client()
                .apps()
                .deployments()
                .inNamespace(SampleCluster.NAMESPACE)
                .withName(name);
        created.waitUntilCondition(now -> now != null && isDone(now, 1), SamplePods.MOST_SECONDS, TimeUnit.SECONDS);
        return created;
    }

    /** What {@code kubectl rollout status} waits for. */
    private static boolean isDone(Deployment deployment, long generation) {
        DeploymentStatus status = deployment.getStatus();
        return status != null
                && Objects.requireNonNullElse(status.getObservedGeneration(), 0L) >= generation
                && isEvery(status.getUpdatedReplicas())
                && isEvery(status.getReplicas())
                && isEvery(status.getAvailableReplicas());
    }

    private static boolean isEvery(Integer replicas) {
        return Objects.requireNonNullElse(replicas, 0) == REPLICAS;
    }

    /** Until those of the last update have ended, which is work for the machine too. */
    private void awaitPodsGone() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(SamplePods.MOST_SECONDS))
                .until(() ->
                        samples
                                .cluster()
                                .client()
                                .pods()
                                .inNamespace(SampleCluster.NAMESPACE)
                                .list()
                                .getItems()
                                .stream()
                                .noneMatch(pod -> pod.getMetadata().getDeletionTimestamp() != null));
    }

    @Override
    public void close() {
        deployments.values().forEach(RollableScalableResource::delete);
    }
}
