package io.github.vaultrenderer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VaultClientRetriesTest {

    private static final VaultRequest REQUEST = VaultRequest.get("secret/data/org1");

    private Instant now = Instant.EPOCH;
    private final List<Duration> waits = new ArrayList<>();
    private int sent;

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    # repetitions | timeout | status | Retry-After | sent | waits
                    2             | 60      | 503    | -           | 3    | PT1.25S PT2.5S
                    0             | 60      | 503    | -           | 1    |
                    4             | 60      | 500    | -           | 5    | PT1.25S PT2.5S PT3.75S PT5S
                    2             | 60      | 403    | -           | 1    |
                    2             | 60      | 404    | -           | 1    |
                    2             | 60      | 412    | -           | 3    | PT1.25S PT2.5S
                    2             | 2       | 503    | -           | 2    | PT1.25S
                    2             | 1       | 503    | -           | 1    |
                    2             | 60      | 429    | 7           | 3    | PT7S PT7S
                    2             | 60      | 429    | 61          | 1    |
                    """)
    void repeatsAsVaultsOwnClientDoes(
            int repetitions,
            int timeout,
            int status,
            @Nullable Integer retryAfter,
            int times,
            @Nullable String pauses) {
        Duration asked = retryAfter == null ? null : Duration.ofSeconds(retryAfter);
        VaultHttp http = retries(repetitions, timeout, (request, until) -> {
            throw VaultHttpException.answered(request, new VaultResponse(status, Map.of()), List.of(), asked);
        });

        VaultHttpException failure =
                catchThrowableOfType(VaultHttpException.class, () -> http.send(REQUEST, inAnHour()));

        assertThat(failure.status()).isEqualTo(status);
        assertThat(sent).isEqualTo(times);
        assertThat(waits)
                .extracting(Duration::toString)
                .containsExactly(pauses == null ? new String[0] : pauses.split(" "));
    }

    @Test
    void allTriesHaveTheTimeOfOneAnswer() {
        List<Duration> left = new ArrayList<>();
        VaultHttp http = retries(2, 10, (request, until) -> {
            left.add(until.remaining());
            throw VaultHttpException.answered(request, new VaultResponse(503, Map.of()), List.of(), null);
        });

        assertThatThrownBy(() -> http.send(REQUEST, inAnHour())).isInstanceOf(VaultHttpException.class);

        assertThat(left).extracting(Duration::toString).containsExactly("PT10S", "PT8.75S", "PT6.25S");
    }

    @Test
    void doesNotLastLongerThanTheWholeRun() {
        VaultHttp http = retries(2, 60, (request, until) -> {
            throw VaultHttpException.answered(request, new VaultResponse(503, Map.of()), List.of(), null);
        });

        assertThatThrownBy(() -> http.send(REQUEST, new Deadline(() -> now, Instant.EPOCH.plusSeconds(2))))
                .isInstanceOf(VaultHttpException.class);

        assertThat(sent).isEqualTo(2);
    }

    @Test
    void givesTheAnswerThatComes() {
        VaultHttp http = retries(2, 60, (request, until) -> {
            if (sent < 3) {
                throw VaultHttpException.answered(request, new VaultResponse(503, Map.of()), List.of(), null);
            }
            return new VaultResponse(200, Map.of());
        });

        assertThat(http.send(REQUEST, inAnHour()).status()).isEqualTo(200);
    }

    private Deadline inAnHour() {
        return new Deadline(() -> now, Instant.EPOCH.plusSeconds(3600));
    }

    private VaultHttp retries(int repetitions, int timeout, VaultHttp server) {
        VaultHttp counted = (request, until) -> {
            sent++;
            return server.send(request, until);
        };
        return new VaultClientRetries(counted, repetitions, Duration.ofSeconds(timeout), new Middle(), wait -> {
            waits.add(wait);
            now = now.plus(wait);
        });
    }

    /** Chance without chance. */
    private static final class Middle implements java.util.random.RandomGenerator {

        @Override
        public long nextLong() {
            return 1L << 63;
        }
    }
}
