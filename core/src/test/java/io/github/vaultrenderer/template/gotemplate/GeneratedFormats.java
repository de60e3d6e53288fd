package io.github.vaultrenderer.template.gotemplate;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary formats of {@code printf}: all verbs, flags, widths, precisions and indexes, and some that are none. */
final class GeneratedFormats {

    private static final String VERBS = "vvvsssdddqqxXfeEgGtTcbobUOwz%FpÉ";

    private GeneratedFormats() {}

    static Arbitrary<String> formats() {
        Arbitrary<String> piece = Combinators.combine(Arbitraries.of("", "", "x ", "é"), directive())
                .as(String::concat);
        return Combinators.combine(
                        piece.list().ofMinSize(1).ofMaxSize(3).map(pieces -> String.join("", pieces)),
                        sometimes(30, "%", "%[", "%-"))
                .as(String::concat);
    }

    private static Arbitrary<String> directive() {
        Arbitrary<String> flags = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just("")),
                Tuple.of(
                        2,
                        Arbitraries.of("+", "-", "#", " ", "0")
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(2)
                                .map(all -> String.join("", all))));
        return Combinators.combine(
                        flags,
                        sometimes(12, "[1]", "[2]", "[3]", "[0]", "[x]", "[]", "[9]"),
                        sometimes(3, "1", "4", "8", "12", "*"),
                        sometimes(4, ".", ".0", ".1", ".3", ".10", ".*", ".[1]*"),
                        sometimes(25, "[1]", "[3]"),
                        Arbitraries.of(
                                VERBS.chars().mapToObj(Character::toString).toList()))
                .as((flag, index, width, precision, last, verb) ->
                        "%" + flag + index + width + precision + last + verb);
    }

    private static Arbitrary<String> sometimes(int oneIn, String... choices) {
        return Arbitraries.frequencyOf(Tuple.of(oneIn - 1, Arbitraries.just("")), Tuple.of(1, Arbitraries.of(choices)));
    }
}
