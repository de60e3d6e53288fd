package io.github.vaultrenderer.template.gotemplate.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.template.TemplatePermissions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the functions take is what Go's reflection says of consul-template's. */
class SignaturesTest {

    private static final int FUNCTIONS = 307;

    static Stream<List<String>> recorded() throws IOException {
        try (InputStream recorded = SignaturesTest.class.getResourceAsStream("/conformance/signatures.txt")) {
            String text = new String(Objects.requireNonNull(recorded).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).map(line -> List.of(line.split("\t", -1)));
        }
    }

    @Test
    void allAreRecorded() throws IOException {
        assertThat(recorded()).hasSize(FUNCTIONS);
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void takesWhatItTakesInGo(List<String> recorded) {
        assertThat(Signatures.of(recorded.get(0))).hasToString(recorded.get(1));
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void isAskedForWhatItTakes(List<String> recorded) {
        assertThat(Functions.all(TemplatePermissions.compatible()).find(recorded.get(0)))
                .isNotNull()
                .satisfies(function -> assertThat(function.signature()).hasToString(recorded.get(1)));
    }

    @Test
    void whatIsDeniedTakesTexts() {
        TemplatePermissions denying = TemplatePermissions.compatible().denying(List.of("toUpper"));
        assertThat(Functions.all(denying).find("toUpper"))
                .satisfies(function -> assertThat(function.signature()).hasToString("...string"));
    }

    @Test
    void whatIsNoFunctionTakesNothing() {
        assertThat(Signatures.of("nope")).isNull();
        assertThat(Signatures.of("sprig_nope")).isNull();
    }
}
