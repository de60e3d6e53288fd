package io.github.vaultrenderer.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkersTest {

    private final Set<Integer> done = ConcurrentHashMap.newKeySet();

    @Test
    void worksOnSeveralAtATime() {
        CyclicBarrier three = new CyclicBarrier(3);

        Workers.forEach(List.of(1, 2, 3), 3, number -> Meeting.await(three));

        assertThat(three.isBroken()).isFalse();
    }

    @Test
    void worksOnNoMoreThanItMay() {
        Set<String> threads = ConcurrentHashMap.newKeySet();

        Workers.forEach(IntStream.range(0, 100).boxed().toList(), 4, number -> {
            threads.add(Thread.currentThread().toString());
            done.add(number);
        });

        assertThat(threads).hasSizeLessThanOrEqualTo(4);
        assertThat(done).hasSize(100);
    }

    @Test
    void doesTheOthersWhenOneFailsAndTellsOfTheFirst() {
        assertThatThrownBy(() -> Workers.forEach(List.of(1, 2, 3, 4), 2, number -> {
                    if (number % 2 == 0) {
                        throw new IllegalStateException("number " + number);
                    }
                    done.add(number);
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("number 2");
        assertThat(done).containsExactlyInAnyOrder(1, 3);
    }

    @Test
    void givesUpWhenItIsInterrupted() {
        CyclicBarrier nobodyElseComes = new CyclicBarrier(3);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Workers.forEach(List.of(1, 2), 2, number -> Meeting.await(nobodyElseComes)))
                .isInstanceOf(InterruptedRunException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
