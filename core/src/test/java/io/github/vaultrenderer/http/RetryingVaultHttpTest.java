package io.github.vaultrenderer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vaultrenderer.failure.FailureKind;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryingVaultHttpTest {

    private static final VaultRequest REQUEST = VaultRequest.get("secret/data/org1");

    private Instant now = Instant.EPOCH;
    private final Deadline deadline = new Deadline(() -> now, now.plusSeconds(2));

    @Test
    void tellsWhatVaultSaidWhenOnlyTheLastTryGotNoAnswer() {
        VaultHttpException failure = giveUpAfter(status(503), noAnswer(FailureKind.UNAVAILABLE));

        assertThat(failure).hasMessageContaining("503");
        assertThat(failure.getSuppressed()).hasSize(1);
    }

    @Test
    void tellsTheLastAnswerOfSeveral() {
        assertThat(giveUpAfter(status(500), status(503))).hasMessageContaining("503");
    }

    @Test
    void tellsAPermanentFailureWhateverCameBefore() {
        assertThat(giveUpAfter(status(503), noAnswer(FailureKind.CONFIGURATION)).kind())
                .isEqualTo(FailureKind.CONFIGURATION);
    }

    @ParameterizedTest
    @CsvSource({"0, 503, 1", "1, 503, 2", "12, 503, 13", "12, 403, 1"})
    void repeatsNoMoreOftenThanTold(int repetitions, int status, int sent) {
        AtomicInteger requests = new AtomicInteger();
        VaultHttp http = new RetryingVaultHttp(
                (request, until) -> {
                    requests.incrementAndGet();
                    throw status(status);
                },
                RetryPolicy.DEFAULT.atMost(repetitions),
                new SplittableRandom(1),
                wait -> {});
        Deadline never = new Deadline(() -> now, now.plusSeconds(3600));

        assertThat(catchThrowableOfType(VaultHttpException.class, () -> http.send(REQUEST, never))
                        .status())
                .isEqualTo(status);
        assertThat(requests).hasValue(sent);
    }

    private VaultHttpException giveUpAfter(VaultHttpException... failures) {
        Queue<VaultHttpException> script = new ArrayDeque<>(List.of(failures));
        VaultHttp http = new RetryingVaultHttp(
                (request, until) -> {
                    VaultHttpException next = script.remove();
                    if (script.isEmpty()) {
                        now = until.end();
                    }
                    throw next;
                },
                RetryPolicy.DEFAULT,
                new SplittableRandom(1),
                wait -> now = now.plus(wait));
        return catchThrowableOfType(VaultHttpException.class, () -> http.send(REQUEST, deadline));
    }

    private static VaultHttpException status(int status) {
        return VaultHttpException.answered(REQUEST, new VaultResponse(status, Map.of()), List.of(), null);
    }

    private static VaultHttpException noAnswer(FailureKind kind) {
        return VaultHttpException.noAnswer(kind, REQUEST, "no answer", "wait");
    }
}
