package io.github.vaultrenderer.template.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Thousands of generated templates, with the delimiters and what else is told of them, through consul-template's engine and through ours: the same bytes, or an error at the
 * same place. A difference that is found here is shrunk, and becomes a named case in {@code counterexamples.jsonl}.
 */
class ConsulTemplateDifferentialIT {

    /** How many; a longer run sets more. */
    private static final int CASES = Integer.getInteger("vault-renderer.differential.cases", 2000);

    /** Case n of a seed is the same in every run. */
    private static final long SEED = Long.getLong("vault-renderer.differential.seed", 1);

    private static final int GENERATION_SIZE = 1000;
    private static final int MOST_SHRUNK = 25;
    private static final int MOST_QUESTIONS = 2_000;

    @Test
    void bothEnginesGiveTheSame() throws IOException {
        List<String> differences = new ArrayList<>();
        try (Oracle oracle = new Oracle()) {
            JqwikSession.run(() -> compare(oracle, differences));
        }
        assertThat(differences).isEmpty();
    }

    private static void compare(Oracle oracle, List<String> differences) {
        RandomGenerator<TemplateCase> generator = GeneratedCases.cases().generator(GENERATION_SIZE, false);
        for (int n = 0; n < CASES; n++) {
            Shrinkable<TemplateCase> found = generator.next(new Random(SEED * 1_000_003 + n));
            if (difference(oracle, found.value()).isPresent()) {
                differences.add(differences.size() < MOST_SHRUNK ? shrunk(oracle, found) : "and " + found.value());
            }
        }
    }

    private static Optional<Difference> difference(Oracle oracle, TemplateCase asked) {
        try {
            ConformanceCases.Answer ours = ConformanceCases.answer(asked);
            Optional<Difference> found =
                    Difference.between(oracle.answer(asked), ours).filter(each -> !isExplained(oracle, each, asked));
            return found.isEmpty() ? found : RepeatedAnswers.of(oracle, asked).difference(found.get(), ours);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The list explains it; and where that names the cause, nothing else differs without the cause. */
    private static boolean isExplained(Oracle oracle, Difference found, TemplateCase asked) {
        if (!found.isExplained(asked.template())) {
            return false;
        }
        Optional<TemplateCase> harmless = found.withoutCause(asked);
        return harmless.isEmpty() || isExplainedByItself(oracle, harmless.get());
    }

    private static boolean isExplainedByItself(Oracle oracle, TemplateCase harmless) {
        try {
            ConformanceCases.Answer ours = ConformanceCases.answer(harmless);
            Optional<Difference> left = Difference.between(oracle.answer(harmless), ours)
                    .filter(each -> !each.isExplained(harmless.template())
                            || each.withoutCause(harmless).isPresent());
            return left.isEmpty()
                    || RepeatedAnswers.of(oracle, harmless)
                            .difference(left.get(), ours)
                            .isEmpty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The smallest case on the way down that still differs, as a case to be kept, and how it differs. */
    private static String shrunk(Oracle oracle, Shrinkable<TemplateCase> found) {
        Shrinkable<TemplateCase> smallest = found;
        int questions = 0;
        boolean smaller = true;
        while (smaller && questions < MOST_QUESTIONS) {
            smaller = false;
            try (Stream<Shrinkable<TemplateCase>> candidates = smallest.shrink()) {
                Iterator<Shrinkable<TemplateCase>> each = candidates.iterator();
                while (each.hasNext() && !smaller && questions < MOST_QUESTIONS) {
                    Shrinkable<TemplateCase> candidate = each.next();
                    questions++;
                    if (candidate.value().size() <= smallest.value().size()
                            && !candidate.value().equals(smallest.value())
                            && difference(oracle, candidate.value()).isPresent()) {
                        smallest = candidate;
                        smaller = true;
                    }
                }
            }
        }
        return report(oracle, smallest.value());
    }

    private static String report(Oracle oracle, TemplateCase asked) {
        try {
            JsonNode answer = oracle.answer(asked);
            ObjectNode kept = ConformanceCases.JSON.createObjectNode();
            kept.put("name", "name it").setAll(asked.recorded()).setAll((ObjectNode) answer);
            return kept + "\n  "
                    + difference(oracle, asked).map(Difference::toString).orElse("not each time");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
