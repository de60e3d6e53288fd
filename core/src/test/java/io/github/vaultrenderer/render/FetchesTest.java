package io.github.vaultrenderer.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.SecretQuery;
import io.github.vaultrenderer.secrets.SecretSource;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FetchesTest {

    private static final SecretQuery A = SecretQuery.read("a");
    private static final SecretQuery B = SecretQuery.read("b");
    private static final SecretQuery C = SecretQuery.read("c");

    private final Map<SecretQuery, Thread> threads = new ConcurrentHashMap<>();

    @Test
    void whoeverWaitsFetchesWhatIsAlone() {
        SecretCache cache = cache(query -> secret(query));

        try (Fetches fetches = new Fetches(cache, 4)) {
            fetches.begin(List.of(A));
            fetches.await(List.of(A));
            fetches.begin(List.of(B));
            fetches.await(List.of(B));
        }

        assertThat(threads).containsOnly(Map.entry(A, Thread.currentThread()), Map.entry(B, Thread.currentThread()));
        assertThat(cache.recall(B)).isNotNull();
    }

    @Test
    void thoseThatAreBegunTogetherAreFetchedTogether() {
        CyclicBarrier all = new CyclicBarrier(3);
        SecretCache cache = cache(query -> {
            Meeting.await(all);
            return secret(query);
        });

        try (Fetches fetches = new Fetches(cache, 3)) {
            fetches.begin(List.of(A, B, C));
            fetches.await(List.of(A, B, C));
        }

        for (SecretQuery query : List.of(A, B, C)) {
            assertThat(cache.recall(query)).as(query.path()).isNotNull();
        }
    }

    @Test
    void whatCameIsKnownWhenItIsWaitedForAndNoSooner() throws InterruptedException {
        CountDownLatch bCame = new CountDownLatch(1);
        SecretCache cache = cache(query -> {
            if (query.equals(C)) {
                // By then the others have: it is the one thread's last.
                bCame.countDown();
            }
            return secret(query);
        });

        try (Fetches fetches = new Fetches(cache, 1)) {
            fetches.begin(List.of(A, B, C));
            assertThat(bCame.await(10, TimeUnit.SECONDS)).isTrue();
            fetches.await(List.of(A));

            assertThat(cache.recall(A)).isNotNull();
            assertThat(cache.recall(B)).isNull();
            fetches.await(List.of(B));
            assertThat(cache.recall(B)).isNotNull();
        }
    }

    @Test
    void whatIsAloneIsSoUntilItIsWaitedForItself() {
        CyclicBarrier both = new CyclicBarrier(2);
        SecretCache cache = cache(query -> {
            if (!query.equals(A)) {
                Meeting.await(both);
            }
            return secret(query);
        });

        try (Fetches fetches = new Fetches(cache, 2)) {
            fetches.begin(List.of(A));
            fetches.await(List.of(A));
            fetches.begin(List.of(B));
            fetches.await(List.of(A));
            fetches.begin(List.of(C));
            fetches.await(List.of(B, C));
        }

        assertThat(cache.recall(B)).isNotNull();
        assertThat(cache.recall(C)).isNotNull();
    }

    @Test
    void aQueryThatIsUnderWayIsNotMadeTwice() {
        CountDownLatch bMayCome = new CountDownLatch(1);
        SecretCache cache = cache(query -> {
            if (query.equals(B)) {
                Meeting.await(bMayCome);
            }
            return secret(query);
        });

        try (Fetches fetches = new Fetches(cache, 4)) {
            fetches.begin(List.of(A, B));
            fetches.begin(List.of(B, C));
            bMayCome.countDown();
            fetches.await(List.of(A, B, C));
        }

        assertThat(threads).containsOnlyKeys(A, B, C);
    }

    @Test
    void aFailureIsKnownOfThatQueryOnly() {
        SecretCache cache = cache(query -> {
            if (query.equals(B)) {
                throw new IllegalStateException("no " + query.path());
            }
            return secret(query);
        });

        try (Fetches fetches = new Fetches(cache, 4)) {
            fetches.begin(List.of(A, B, C));
            fetches.await(List.of(A, B, C));
        }

        assertThat(cache.recall(C)).isNotNull();
        assertThatThrownBy(() -> cache.recall(B)).hasMessage("no b");
    }

    @Test
    void whoeverIsInterruptedWaitsNoLonger() {
        CountDownLatch never = new CountDownLatch(1);
        SecretCache cache = cache(query -> {
            Meeting.await(never);
            return secret(query);
        });

        try (Fetches fetches = new Fetches(cache, 4)) {
            fetches.begin(List.of(A, B));
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> fetches.await(List.of(A))).isInstanceOf(InterruptedRunException.class);
        }
        assertThat(Thread.interrupted()).isTrue();
        never.countDown();
    }

    /** Its source fails the test where a query comes twice. */
    private SecretCache cache(SecretSource source) {
        return new SecretCache(
                query -> {
                    assertThat(threads.put(query, Thread.currentThread())).isNull();
                    return source.fetch(query);
                },
                new CertificateFiles(InstantSource.system(), RenderPass.RENEWAL_THRESHOLD));
    }

    private static Secret secret(SecretQuery query) {
        return Secret.of(query.path(), Map.of("value", query.path()));
    }
}
