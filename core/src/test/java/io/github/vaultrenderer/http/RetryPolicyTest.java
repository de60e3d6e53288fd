package io.github.vaultrenderer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vaultrenderer.failure.ConfigurationException;
import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

    private static final RetryPolicy WITHOUT_JITTER =
            new RetryPolicy(Duration.ofMillis(250), Duration.ofSeconds(5), 0, Duration.ofSeconds(60));

    @ParameterizedTest
    @CsvSource({"1, 250", "2, 500", "3, 1000", "4, 2000", "5, 4000", "6, 5000", "100, 5000"})
    void doublesUpToTheLongest(int failures, long millis) {
        assertThat(WITHOUT_JITTER.nextDelay(failures, new Random(1))).isEqualTo(Duration.ofMillis(millis));
    }

    @Property
    void jitterTakesOffAtMostItsPart(@ForAll @IntRange(min = 1, max = 50) int failures, @ForAll long seed) {
        Duration full = WITHOUT_JITTER.nextDelay(failures, new Random(seed));
        Duration delay = RetryPolicy.DEFAULT.nextDelay(failures, new Random(seed));

        assertThat(delay).isBetween(full.dividedBy(2), full);
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> new RetryPolicy(Duration.ZERO, Duration.ofSeconds(1), 0, Duration.ofSeconds(1)))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(
                        () -> new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(2), 2, Duration.ofSeconds(1)))
                .isInstanceOf(ConfigurationException.class);
    }
}
