package io.github.vaultrenderer.benchmarks;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.fabric8.kubernetes.client.readiness.Readiness;
import io.github.vaultrenderer.k8s.SampleCluster;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** From the creation of one of the {@link SamplePods} until it is Ready. */
final class PodScenario implements Scenario {

    /** When a pod is created. */
    enum Moment {
        /** As soon as the one before has gone, as a loop over kubectl does it. */
        ONE_AFTER_ANOTHER("pod-ready", "each created when the one before has gone"),

        /** Spread evenly over the second in which the kubelet looks after its containers once. */
        ANY("pod-ready-any-moment", "at moments spread evenly over the kubelet's second");

        private final String scenario;
        private final String meaning;

        Moment(String scenario, String meaning) {
            this.scenario = scenario;
            this.meaning = meaning;
        }
    }

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final double GOLDEN_RATIO = 0.618;

    private final SamplePods samples;
    private final Moment moment;
    private final Map<Contestant, Integer> runs = new HashMap<>();
    private int pods;
    private long ready = System.nanoTime();

    PodScenario(SamplePods samples, Moment moment) {
        this.samples = samples;
        this.moment = moment;
    }

    @Override
    public String name() {
        return moment.scenario;
    }

    @Override
    public String description() {
        return "From the creation of a pod with unmodified nginx to Ready, on a real cluster, " + moment.meaning;
    }

    @Override
    public List<Contestant> contestants() {
        return samples.contestants();
    }

    @Override
    public Sample run(Contestant contestant) {
        // Each has its own name: a kubelet that still knows a pod of the same name is slow to mount its volumes.
        Pod pod = samples.pod(contestant, moment.scenario + "-" + ++pods);
        if (moment == Moment.ANY) {
            awaitPhase(runs.merge(contestant, 1, Integer::sum));
        }
        long start = System.nanoTime();
        samples.cluster().create(pod);
        PodResource created = samples.cluster()
                .client()
                .pods()
                .inNamespace(SampleCluster.NAMESPACE)
                .withName(pod.getMetadata().getName());
        Pod last = created.waitUntilCondition(
                now -> now != null && (Readiness.getInstance().isReady(now) || failed(now)),
                SamplePods.MOST_SECONDS,
                TimeUnit.SECONDS);
        Sample sample = Sample.since(start);
        ready = System.nanoTime();
        if (failed(last)) {
            throw new IllegalStateException(contestant.name() + " failed: " + logs(created, last));
        }
        created.delete();
        created.waitUntilCondition(now -> now == null, SamplePods.MOST_SECONDS, TimeUnit.SECONDS);
        return sample;
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
        long phase = Math.round(round * GOLDEN_RATIO % 1 * SECOND);
        try {
            TimeUnit.NANOSECONDS.sleep(Math.floorMod(phase - (System.nanoTime() - ready), SECOND));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    @Override
    public void close() {}
}
