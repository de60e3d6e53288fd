package io.github.vaultrenderer.app.settings.consultemplate;

import java.util.Collection;

/** Guesses which name was meant. */
final class NearestName {

    private NearestName() {}

    /** The known name that takes the fewest changes of a letter, if these are few; else empty. */
    static String to(String name, Collection<String> known) {
        String nearest = "";
        int least = Integer.MAX_VALUE;
        for (String each : known) {
            int changes = changes(name, each);
            if (changes < least && changes <= most(each)) {
                least = changes;
                nearest = each;
            }
        }
        return nearest;
    }

    /** Two letters changed places, or a third of them is wrong. */
    private static int most(String name) {
        return name.length() <= 3 ? 1 : Math.max(2, name.length() / 3);
    }

    /** Levenshtein's distance. */
    private static int changes(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
