package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import io.github.vaultrenderer.template.gotemplate.parse.Runes;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** sprig's functions that change the letters of texts. */
final class SprigCases {

    private SprigCases() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "sprig_upper" -> PureFunction.exactly(name, 1, a -> Runes.map(a.text(0), Character::toUpperCase));
            case "sprig_lower" -> PureFunction.exactly(name, 1, a -> Runes.map(a.text(0), Character::toLowerCase));
            case "sprig_title" -> PureFunction.exactly(name, 1, a -> title(a.text(0)));
            case "sprig_untitle" -> PureFunction.exactly(name, 1, a -> untitle(a.text(0)));
            case "sprig_swapcase" -> PureFunction.exactly(name, 1, a -> swapCase(a.text(0)));
            case "sprig_initials" -> PureFunction.exactly(name, 1, a -> initials(a.text(0)));
            case "sprig_nospace" -> PureFunction.exactly(name, 1, a -> withoutSpace(a.text(0)));
            case "sprig_shuffle" -> PureFunction.exactly(name, 1, a -> shuffled(a.text(0)));
            case "sprig_camelcase" -> PureFunction.exactly(name, 1, a -> PascalCase.of(a.text(0)));
            case "sprig_snakecase" -> PureFunction.exactly(name, 1, a -> new CaseWords(a.text(0), '_').joined());
            case "sprig_kebabcase" -> PureFunction.exactly(name, 1, a -> new CaseWords(a.text(0), '-').joined());
            default -> null;
        };
    }

    private static String title(String text) {
        StringBuilder out = new StringBuilder();
        boolean first = true;
        for (int rune : Runes.codePoints(text)) {
            out.appendCodePoint(first ? Character.toTitleCase(rune) : rune);
            boolean word = Character.isLetter(rune) || Character.getType(rune) == Character.DECIMAL_DIGIT_NUMBER;
            first = rune < 0x80 ? !word && rune != '_' : !word && Runes.isSpace(rune);
        }
        return GoText.encode(out.toString());
    }

    private static String untitle(String text) {
        StringBuilder out = new StringBuilder();
        boolean first = true;
        for (int rune : Runes.codePoints(text)) {
            boolean space = Runes.isSpace(rune);
            out.appendCodePoint(first && !space ? Character.toLowerCase(rune) : rune);
            first = space;
        }
        return GoText.encode(out.toString());
    }

    private static String swapCase(String text) {
        StringBuilder out = new StringBuilder();
        boolean first = true;
        for (int rune : Runes.codePoints(text)) {
            boolean upper = isUpper(rune) || Character.isTitleCase(rune);
            boolean lower = isLower(rune);
            if (upper) {
                out.appendCodePoint(Character.toLowerCase(rune));
            } else if (lower) {
                out.appendCodePoint(first ? Character.toTitleCase(rune) : Character.toUpperCase(rune));
            } else {
                out.appendCodePoint(rune);
            }
            first = !upper && !lower && Runes.isSpace(rune);
        }
        return GoText.encode(out.toString());
    }

    /** A capital in Go, which goes by the general category alone. */
    static boolean isUpper(int rune) {
        return Character.getType(rune) == Character.UPPERCASE_LETTER;
    }

    private static boolean isLower(int rune) {
        return Character.getType(rune) == Character.LOWERCASE_LETTER;
    }

    /** The first byte of each word: the function takes a byte for a character. */
    private static String initials(String text) {
        StringBuilder out = new StringBuilder();
        boolean first = true;
        for (int i = 0; i < text.length(); i++) {
            boolean space = Runes.isSpace(text.charAt(i));
            if (first && !space) {
                out.append(text.charAt(i));
            }
            first = space;
        }
        return GoText.encode(out.toString());
    }

    /** The text without white space; where there was any, each byte left is taken for a character. */
    private static String withoutSpace(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().filter(c -> !Runes.isSpace(c)).forEach(c -> out.append((char) c));
        return out.length() == text.length() ? text : GoText.encode(out.toString());
    }

    private static String shuffled(String text) {
        int[] runes = Runes.codePoints(text);
        for (int i = runes.length - 1; i > 0; i--) {
            int other = ThreadLocalRandom.current().nextInt(i + 1);
            int rune = runes[i];
            runes[i] = runes[other];
            runes[other] = rune;
        }
        return GoText.encode(new String(runes, 0, runes.length));
    }
}
