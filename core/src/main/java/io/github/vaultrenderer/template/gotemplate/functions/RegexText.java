package io.github.vaultrenderer.template.gotemplate.functions;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.github.vaultrenderer.template.gotemplate.parse.Runes;

/** A Go string that expressions are matched against: they see characters, and the bytes that are none stay as they are. */
final class RegexText {

    private final String text;
    private final String decoded;
    private final int[] positions;

    RegexText(String text) {
        this.text = text;
        this.decoded = Runes.decode(text);
        this.positions = positions(text, decoded);
    }

    /** For each place in the characters, the byte. */
    private static int[] positions(String text, String decoded) {
        int[] positions = new int[decoded.length() + 1];
        int at = 0;
        for (int i = 0; i < text.length(); i += Runes.width(text, i)) {
            positions[at] = i;
            at += Character.charCount(Runes.at(text, i));
        }
        positions[decoded.length()] = text.length();
        return positions;
    }

    Matcher matcher(Pattern pattern) {
        return pattern.matcher(decoded);
    }

    /** The characters. */
    String decoded() {
        return decoded;
    }

    /** The place behind the character at a place. */
    int after(int at) {
        return at + (at < decoded.length() ? Character.charCount(decoded.codePointAt(at)) : 1);
    }

    /** The byte at a place in the characters. */
    int position(int at) {
        return positions[at];
    }

    /** The bytes between two places in the characters. */
    String part(int from, int to) {
        return text.substring(positions[from], positions[to]);
    }
}
