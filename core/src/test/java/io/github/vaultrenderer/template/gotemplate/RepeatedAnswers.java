package io.github.vaultrenderer.template.gotemplate;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What consul-template says to one case that it is asked many times: where it goes over a map in Go's order, which is
 * none, or shows an address, the answers are others each time.
 *
 * @param asked the case
 * @param answers all that it said
 */
record RepeatedAnswers(TemplateCase asked, Set<JsonNode> answers) {

    /** A map of two can come in the rarer order one time in eight. */
    private static final int TIMES = 64;

    /** What is computed of an address can be the same as long as a process lives, whose memory begins anywhere. */
    private static final int PROCESSES = 4;

    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-f]{6,}");

    static RepeatedAnswers of(Oracle oracle, TemplateCase asked) throws IOException {
        Set<JsonNode> answers = new LinkedHashSet<>();
        boolean answered = true;
        for (int i = 0; i < TIMES && answered; i++) {
            JsonNode answer = oracle.answer(asked);
            answers.add(answer);
            // A template without end takes its time, and would take it again.
            answered = !answer.isEmpty();
        }
        for (int i = 1; i < PROCESSES && answered && answers.size() == 1; i++) {
            oracle.restart();
            answers.add(oracle.answer(asked));
        }
        return new RepeatedAnswers(asked, answers);
    }

    /**
     * What is left of a difference: nothing when ours is one of the answers, or one of them in another order and with
     * other addresses.
     */
    Optional<Difference> difference(Difference found, ConformanceCases.Answer ours) {
        if (answers.size() == 1) {
            return Optional.of(found);
        }
        boolean among = answers.stream()
                .anyMatch(theirs -> Difference.between(theirs, ours).isEmpty()
                        || isSameButForChance(theirs, ours.outcome().output()));
        return among
                ? Optional.empty()
                : Optional.of(found.byChance()).filter(each -> !each.isExplained(asked.template()));
    }

    private static boolean isSameButForChance(JsonNode theirs, @Nullable String ours) {
        return ours != null
                && theirs.has("output")
                && withoutChance(theirs.get("output").asString()).equals(withoutChance(ours));
    }

    /** The characters of a text in order, but for addresses. */
    private static String withoutChance(String text) {
        int[] characters =
                ADDRESS.matcher(text).replaceAll("0x").chars().sorted().toArray();
        return new String(characters, 0, characters.length);
    }
}
