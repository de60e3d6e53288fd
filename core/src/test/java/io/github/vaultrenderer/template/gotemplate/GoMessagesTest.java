package io.github.vaultrenderer.template.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What Go finds in a call before it calls is told in Go's words, at Go's line and column. */
class GoMessagesTest {

    private static final int AT_LEAST = 100;

    private static final Pattern BEFORE_A_CALL = Pattern.compile("^execute: .*: (?:wrong type for value; expected|"
            + "invalid value; expected|expected [a-z ]+; found|can't handle|cannot assign nil|wrong number of args|"
            + "can't evaluate field)");

    static Stream<JsonNode> found() {
        return ConformanceCases.recorded("values.jsonl")
                .filter(each ->
                        BEFORE_A_CALL.matcher(each.path("error").asString("")).lookingAt());
    }

    @Test
    void areMany() {
        assertThat(found()).hasSizeGreaterThanOrEqualTo(AT_LEAST);
    }

    @ParameterizedTest
    @MethodSource("found")
    void areGos(JsonNode recorded) {
        ConformanceCases.Answer answer = ConformanceCases.answer(TemplateCase.of(recorded));

        assertThat(Objects.requireNonNull(answer.failure()).getMessage())
                .isEqualTo(recorded.get("error").asString().replaceFirst("^execute: ", ""));
    }
}
