package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import io.github.vaultrenderer.template.gotemplate.parse.Runes;

/**
 * Words put together with a capital each, as the xstrings library does it. Connectors are kept before the first word,
 * and of several in a row all but the last.
 *
 * @see <a href="https://pkg.go.dev/github.com/huandu/xstrings#ToPascalCase">Go package xstrings</a>
 */
final class PascalCase {

    private PascalCase() {}

    static String of(String text) {
        int[] runes = Runes.codePoints(text);
        StringBuilder out = new StringBuilder();
        int start = 0;
        while (start < runes.length && isConnector(runes[start])) {
            out.appendCodePoint(runes[start++]);
        }
        if (start == runes.length) {
            // The last connector is written twice.
            return GoText.encode(
                    runes.length == 0
                            ? ""
                            : out.appendCodePoint(runes[start - 1]).toString());
        }
        boolean capitals = SprigCases.isUpper(runes[start]);
        int pending = Character.toUpperCase(runes[start]);
        for (int i = start + 1; i < runes.length; i++) {
            int rune = runes[i];
            if (isConnector(pending)) {
                if (isConnector(rune)) {
                    out.appendCodePoint(pending);
                } else {
                    capitals = SprigCases.isUpper(rune);
                    rune = Character.toUpperCase(rune);
                }
            } else {
                out.appendCodePoint(pending);
                capitals = capitals && SprigCases.isUpper(rune);
                rune = capitals ? Character.toLowerCase(rune) : rune;
            }
            pending = rune;
        }
        return GoText.encode(out.appendCodePoint(pending).toString());
    }

    static boolean isConnector(int rune) {
        return rune == '-' || rune == '_' || Runes.isSpace(rune);
    }
}
