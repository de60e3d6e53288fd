package io.github.vaultrenderer.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitedVaultHttpTest {

    private Instant now = Instant.EPOCH;
    private final List<String> times = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # rate | burst | timeout | when six requests are sent, in milliseconds
                    4      | 2     | 60      | 0 0 250 500 750 1000
                    4      | 1     | 60      | 0 250 500 750 1000 1250
                    0.5    | 1     | 60      | 0 2000 4000 6000 8000 10000
                    4      | 100   | 60      | 0 0 0 0 0 0
                    0.5    | 0     | 60      | 0 0 0 0 0 0
                    0      | 2     | 60      | 0 0 0 0 0 0
                    0.1    | 1     | 5       | 0 0 0 0 0 0
                    """)
    void sendsNoMoreThanTheRate(double rate, int burst, int timeout, String expected) {
        VaultHttp http = limited(rate, burst, timeout);

        for (int i = 0; i < 6; i++) {
            send(http);
        }

        assertThat(String.join(" ", times)).isEqualTo(expected);
    }

    @Test
    void theBucketFillsUpWhileNothingIsSent() {
        VaultHttp http = limited(1, 2, 60);
        for (int i = 0; i < 3; i++) {
            send(http);
        }
        now = now.plusSeconds(100);
        for (int i = 0; i < 3; i++) {
            send(http);
        }

        assertThat(times).containsExactly("0", "0", "1000", "101000", "101000", "102000");
    }

    private void send(VaultHttp http) {
        http.send(VaultRequest.get("secret/a"), new Deadline(() -> now, Instant.EPOCH.plusSeconds(3600)));
    }

    private VaultHttp limited(double rate, int burst, int timeout) {
        return new RateLimitedVaultHttp(
                (request, until) -> {
                    times.add(String.valueOf(now.toEpochMilli()));
                    return new VaultResponse(200, Map.of());
                },
                rate,
                burst,
                Duration.ofSeconds(timeout),
                wait -> now = now.plus(wait));
    }
}
