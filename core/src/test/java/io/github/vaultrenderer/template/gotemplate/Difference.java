package io.github.vaultrenderer.template.gotemplate;

import io.github.vaultrenderer.template.TemplateException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * How our answer to a template differs from consul-template's.
 *
 * @param kind {@code outcome} for other bytes, or an error on one side only; {@code place} for an error that names another
 *     line, column, template or node; {@code missing} for ours asking for secrets where consul-template ends; {@code limit}
 *     for ours ending at a limit; {@code bounds} for ours finding an index beyond the end; {@code cycle} for ours refusing
 *     to put a map into itself; {@code capacity} for outputs that differ in slices' capacities alone; {@code chance} for an
 *     outcome that is another each time in consul-template
 * @param theirs what consul-template said
 * @param ours what our engine said
 */
record Difference(String kind, String theirs, String ours) {

    private static final Pattern EXECUTING = Pattern.compile(
            "^(?:execute: )?template: (.*?):(\\d+):(\\d+): executing \"(.*?)\" at <(.*?)>: ", Pattern.DOTALL);
    private static final Pattern OUT_OF_BOUNDS = Pattern.compile("slice index out of bounds|index out of range");
    private static final Pattern LIMIT =
            Pattern.compile("\\(limit |than an output can hold|more than [0-9]+ numbers|maximum template depth");
    private static final String CYCLE = "a map cannot be put into itself";
    private static final Pattern CAPACITY = Pattern.compile("cap=[0-9]+");
    private static final List<Explanation> EXPLAINED = ConformanceCases.resource(
                    "/differential/explained-differences.tsv")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(Explanation::of)
            .toList();

    /** A line of the list: which templates differ in what, why, and what to put in place of what, so that nothing differs. */
    private record Explanation(
            String kind, Pattern template, Pattern theirs, String reason, Optional<Pattern> cause, String harmless) {
        static Explanation of(String line) {
            String[] columns = line.split("\t", -1);
            if ((columns.length != 4 && columns.length != 6) || columns[3].isBlank()) {
                throw new IllegalArgumentException("not kind, template, theirs, reason, or these and two: " + line);
            }
            boolean hasCause = columns.length > 4;
            return new Explanation(
                    columns[0],
                    Pattern.compile(columns[1], Pattern.DOTALL),
                    Pattern.compile(columns[2], Pattern.DOTALL),
                    columns[3],
                    hasCause ? Optional.of(Pattern.compile(columns[4])) : Optional.empty(),
                    hasCause ? columns[5] : "");
        }

        String without(String template) {
            return cause.map(each -> each.matcher(template).replaceAll(harmless))
                    .orElse(template);
        }
    }

    static Optional<Difference> between(JsonNode theirs, ConformanceCases.Answer ours) {
        if (theirs.isEmpty()) {
            // consul-template gave no answer: ours did, and that is all.
            return Optional.empty();
        }
        ConformanceCases.Outcome expected = ConformanceCases.Outcome.of(theirs);
        if (!expected.equals(ours.outcome())) {
            String failure = ours.failure() == null ? "" : " " + ours.failure().getMessage();
            return Optional.of(new Difference(kind(expected, ours), theirs.toString(), ours.outcome() + failure));
        }
        return ours.failure() == null
                ? Optional.empty()
                : ofPlace(theirs.get("error").asString(), ours.failure());
    }

    private static String kind(ConformanceCases.Outcome theirs, ConformanceCases.Answer ours) {
        String reason =
                ours.failure() == null ? "" : String.valueOf(ours.failure().getMessage());
        if (theirs.failed() && ours.outcome().missing()) {
            return "missing";
        }
        if (LIMIT.matcher(reason).find()) {
            return "limit";
        }
        if (isOutOfBounds(reason)) {
            return "bounds";
        }
        if (reason.contains(CYCLE)) {
            return "cycle";
        }
        String output = ours.outcome().output();
        boolean same = theirs.output() != null
                && output != null
                && withoutCapacities(theirs.output()).equals(withoutCapacities(output));
        return same ? "capacity" : "outcome";
    }

    private static boolean isOutOfBounds(String reason) {
        return reason.contains("error calling ")
                && OUT_OF_BOUNDS.matcher(reason).find();
    }

    private static String withoutCapacities(String output) {
        return CAPACITY.matcher(output).replaceAll("cap=");
    }

    /** The same difference, of a template to which consul-template does not say the same each time. */
    Difference byChance() {
        return new Difference("chance", theirs, ours);
    }

    private static Optional<Difference> ofPlace(String theirs, TemplateException ours) {
        String expected = place(theirs);
        String actual = place(ours);
        boolean same = actual.endsWith("...")
                ? expected.startsWith(actual.substring(0, actual.length() - 3))
                : actual.equals(expected);
        if (expected.isEmpty() || same) {
            return Optional.empty();
        }
        String reason = String.valueOf(ours.getMessage());
        String kind = reason.contains(CYCLE) ? "cycle" : isOutOfBounds(reason) ? "bounds" : "place";
        return Optional.of(new Difference(kind, theirs, actual + " of " + ours.getMessage()));
    }

    /** Line, column, template and node of Go's message. A syntax error's line is where Go's reader was: no comparison. */
    private static String place(String message) {
        Matcher executing = EXECUTING.matcher(message);
        if (executing.find()) {
            return executing.group(2) + ":" + executing.group(3) + " in " + executing.group(4) + " at "
                    + executing.group(5);
        }
        return "";
    }

    /** The same of ours, which names the template's file first. */
    private static String place(TemplateException failure) {
        String place = place(String.valueOf(failure.getMessage()));
        return place.isEmpty() ? String.valueOf(failure.line()) : place;
    }

    /** Whether the list of differences explains it. */
    boolean isExplained(String template) {
        return explanations(template).findAny().isPresent();
    }

    /**
     * The case without what the list says makes the difference, which has to have none: nothing, where the list names no
     * cause, as it is explained by what can be seen then.
     */
    Optional<TemplateCase> withoutCause(TemplateCase asked) {
        List<Explanation> explanations = explanations(asked.template()).toList();
        if (explanations.stream().anyMatch(each -> each.cause().isEmpty())) {
            return Optional.empty();
        }
        String template = asked.template();
        for (Explanation each : explanations) {
            template = each.without(template);
        }
        return Optional.of(new TemplateCase(template, asked.left(), asked.right(), asked.errorOnMissingKey()));
    }

    private Stream<Explanation> explanations(String template) {
        String said = theirs.replace("[redacted]", "");
        return EXPLAINED.stream()
                .filter(each -> each.kind().equals(kind)
                        && each.template().matcher(template).find()
                        && each.theirs().matcher(said).find());
    }
}
