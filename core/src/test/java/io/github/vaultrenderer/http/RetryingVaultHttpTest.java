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
import org.junit.jupiter.api.Test;

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
