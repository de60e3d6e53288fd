package io.github.vaultrenderer.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QueryStringTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("", Map.of()),
                arguments("version=2", Map.of("version", "2")),
                arguments("a=1&b=2", Map.of("a", "1", "b", "2")),
                arguments("a", Map.of("a", "")),
                arguments("a=b=c", Map.of("a", "b=c")),
                arguments("&&a=1&", Map.of("a", "1")),
                arguments("%61=%C3%A9+x", Map.of("a", "é x")),
                arguments("a=%zz&b=1", Map.of("b", "1")),
                arguments("%=1&b=1", Map.of("b", "1")),
                arguments("a=1;b=2&c=3", Map.of("c", "3")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void leavesOutWhatIsNoParameter(String text, Map<String, String> parameters) {
        assertThat(SecretQuery.read("path", text).parameters()).isEqualTo(parameters);
    }
}
