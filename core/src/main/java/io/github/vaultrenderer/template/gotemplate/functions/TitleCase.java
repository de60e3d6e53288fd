package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import io.github.vaultrenderer.template.gotemplate.parse.Runes;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Words with a capital, as golang.org/x/text makes them: only a word's first letter is touched, and what separates words
 * is nearly what Unicode says does.
 *
 * @see <a href="https://pkg.go.dev/golang.org/x/text/cases#Title">x/text, cases.Title</a>
 */
final class TitleCase {

    /** Writing without spaces, where every letter is a word of its own. */
    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR,
            UnicodeScript.AHOM,
            UnicodeScript.TAI_LE,
            UnicodeScript.TAI_THAM,
            UnicodeScript.TAI_VIET,
            UnicodeScript.NEW_TAI_LUE);

    /** What stands inside a word, but not twice. */
    private static final String MIDDLE =
            ".:'\u00B7\u0387\u055F\u05F4\u2018\u2019\u2024\u2027\uFE13\uFE52\uFE55\uFF07\uFF0E\uFF1A";

    private static final int N_WITH_APOSTROPHE = 0x149;
    private static final int MODIFIERS = 0x2B0;
    private static final int MODIFIERS_END = 0x2FF;

    private TitleCase() {}

    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean inWord = false;
        boolean wasMiddle = false;
        int width;
        for (int i = 0; i < text.length(); i += width) {
            width = Runes.width(text, i);
            int rune = Runes.at(text, i);
            boolean middle = MIDDLE.indexOf(rune) >= 0;
            if (middle && wasMiddle) {
                inWord = false;
            }
            boolean cased = isCased(rune);
            if (cased && !inWord) {
                out.append(GoText.encode(title(rune)));
                inWord = true;
            } else {
                // A byte that is no UTF-8 stays as it is.
                out.append(text, i, i + width);
                inWord = inWord && (cased || !separates(rune));
            }
            wasMiddle = middle;
        }
        return out.toString();
    }

    private static boolean isCased(int rune) {
        return Character.isUpperCase(rune) || Character.isLowerCase(rune) || Character.isTitleCase(rune);
    }

    private static String title(int rune) {
        if (rune == N_WITH_APOSTROPHE) {
            return "\u02BCN";
        }
        int title = Character.toTitleCase(rune);
        String upper = Character.toString(rune).toUpperCase(Locale.ROOT);
        // A letter without a capital of its own, such as a ligature, becomes several.
        return title == rune
                        && upper.length() > 1
                        && Character.isLowerCase(rune)
                        && rune < Character.MIN_SUPPLEMENTARY_CODE_POINT
                ? upper.charAt(0) + upper.substring(1).toLowerCase(Locale.ROOT)
                : Character.toString(title);
    }

    private static boolean separates(int rune) {
        if (Character.isLetterOrDigit(rune)) {
            return Character.isIdeographic(rune)
                    || (Character.isLetter(rune) && WITHOUT_SPACES.contains(UnicodeScript.of(rune)));
        }
        boolean within = switch (Character.getType(rune)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.FORMAT,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.LETTER_NUMBER -> true;
            default -> (rune >= MODIFIERS && rune <= MODIFIERS_END) || MIDDLE.indexOf(rune) >= 0;
        };
        return !within;
    }
}
