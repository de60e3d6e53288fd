package io.github.vaultrenderer.template.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is compared with consul-template is worth it: enough of what is generated means something to an engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratedCasesTest {

    private static final int CASES = 1_000;

    private final List<TemplateCase> cases = new ArrayList<>();

    @BeforeAll
    void generate() {
        JqwikSession.run(() -> {
            RandomGenerator<TemplateCase> generator = GeneratedCases.cases().generator(CASES, false);
            for (int n = 0; n < CASES; n++) {
                cases.add(generator.next(new Random(n)).value());
            }
        });
    }

    @Test
    void manyHaveOtherDelimitersAndRenderWithThem() {
        assertThat(cases).filteredOn(GeneratedCasesTest::hasOtherDelimiters).hasSizeGreaterThan(CASES / 6);
        assertThat(cases)
                .filteredOn(GeneratedCasesTest::hasOtherDelimiters)
                .filteredOn(GeneratedCasesTest::renders)
                .hasSizeGreaterThan(CASES / 15);
    }

    @Test
    void inSomeOfThemTheUsualDelimitersAreText() {
        assertThat(cases)
                .filteredOn(each -> !each.left().isEmpty() && !each.right().isEmpty())
                .filteredOn(
                        each -> !each.left().contains("{") && each.template().contains("{{"))
                .anyMatch(GeneratedCasesTest::renders);
    }

    @Test
    void toManyAMissingKeyIsAnErrorAndSomeNameOne() {
        Predicate<TemplateCase> forbidding = TemplateCase::errorOnMissingKey;
        assertThat(cases).filteredOn(forbidding).hasSizeGreaterThan(CASES / 6);
        assertThat(cases)
                .filteredOn(forbidding)
                .filteredOn(GeneratedCasesTest::renders)
                .hasSizeGreaterThan(CASES / 15);
        assertThat(cases)
                .filteredOn(forbidding)
                .filteredOn(each -> !renders(each))
                .anyMatch(each -> renders(new TemplateCase(each.template(), each.left(), each.right(), false)));
    }

    private static boolean hasOtherDelimiters(TemplateCase each) {
        return !each.left().isEmpty() || !each.right().isEmpty();
    }

    private static boolean renders(TemplateCase each) {
        return ConformanceCases.answer(each).outcome().output() != null;
    }
}
