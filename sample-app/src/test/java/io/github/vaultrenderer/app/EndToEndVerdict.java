package io.github.vaultrenderer.app;

import java.util.List;
import java.util.Locale;

/**
 * What is to come of a case: the same of both programs, unless a row of docs/compatibility.md says otherwise.
 *
 * @param theirExit consul-template's exit code
 * @param ourExit ours
 * @param sameTree whether both leave the same files
 * @param output whether both print the same on standard output
 * @param row the row's first cell; empty where there is no difference
 */
record EndToEndVerdict(int theirExit, int ourExit, boolean sameTree, Output output, String row) {

    /** What is looked at on standard output. */
    enum Output {
        ANY,
        SAME,
        DIFFERS
    }

    /** {@code exit 14}, {@code exit 14 15}, {@code tree differs}, {@code output same}, {@code row denied path}. */
    static EndToEndVerdict of(List<String> lines) {
        int theirs = 0;
        int ours = 0;
        boolean sameTree = true;
        Output output = Output.ANY;
        String row = "";
        for (String line : lines) {
            String[] words = line.split(" ", 2);
            switch (words[0]) {
                case "exit" -> {
                    String[] codes = words[1].split(" ", 2);
                    theirs = Integer.parseInt(codes[0]);
                    ours = codes.length > 1 ? Integer.parseInt(codes[1]) : theirs;
                }
                case "tree" -> sameTree = !words[1].equals("differs");
                case "output" -> output = Output.valueOf(words[1].toUpperCase(Locale.ROOT));
                case "row" -> row = words[1];
                default -> throw new IllegalArgumentException("no verdict: " + line);
            }
        }
        if (row.isEmpty() && (theirs != ours || !sameTree || output == Output.DIFFERS)) {
            throw new IllegalArgumentException("a difference needs the row that explains it: " + lines);
        }
        return new EndToEndVerdict(theirs, ours, sameTree, output, row);
    }
}
