package io.github.vaultrenderer.template.gotemplate.functions;

/**
 * What decoding gave.
 *
 * @param text the text; as far as it went, when there is a problem
 * @param problem what is wrong with what was decoded; nothing when it is well
 */
record Decoded(String text, String problem) {

    static Decoded of(StringBuilder text) {
        return new Decoded(text.toString(), "");
    }

    /** Bad data in a base at that byte, in Go's words. */
    static Decoded corrupt(int base, int at) {
        return new Decoded("", "illegal base" + base + " data at input byte " + at);
    }

    /** The text, or else what is wrong: that is what sprig puts into the output. */
    String textOrProblem() {
        return problem.isEmpty() ? text : problem;
    }
}
