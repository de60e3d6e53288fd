package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import io.github.vaultrenderer.template.gotemplate.parse.Runes;
import java.util.function.IntPredicate;

/**
 * A text's words in lower case with a connector between them, as the xstrings library divides them.
 *
 * @see <a href="https://pkg.go.dev/github.com/huandu/xstrings#ToSnakeCase">Go package xstrings</a>
 */
final class CaseWords {

    private static final int FIRST_IDEOGRAPH = 0x3400;

    private enum Kind {
        NONE,
        NUMBER,
        CAPITAL,
        LETTERS,
        CONNECTOR,
        PUNCTUATION,
        OTHER
    }

    private final String text;
    private final char connector;
    private final StringBuilder out = new StringBuilder();

    /** Where the next word begins. */
    private int next;

    private Kind kind = Kind.NONE;
    private String word = "";

    CaseWords(String text, char connector) {
        this.text = text;
        this.connector = connector;
    }

    String joined() {
        advance();
        while (next < text.length()) {
            if (kind != Kind.CONNECTOR) {
                write(kind, word);
            }
            Kind previous = kind;
            String last = word;
            advance();
            switch (previous) {
                case NUMBER -> numberAndLetters();
                case CONNECTOR -> write(previous, last);
                case PUNCTUATION -> {}
                default -> afterLetters();
            }
        }
        write(kind, word);
        return out.toString();
    }

    private void numberAndLetters() {
        while (kind == Kind.LETTERS || kind == Kind.NUMBER) {
            write(kind, word);
            advance();
        }
        connect(kind != Kind.NONE && kind != Kind.PUNCTUATION && kind != Kind.CONNECTOR);
    }

    /** A number belongs to the word before it, unless small letters follow. */
    private void afterLetters() {
        if (kind != Kind.NUMBER) {
            connect(kind != Kind.CONNECTOR && kind != Kind.PUNCTUATION);
            return;
        }
        if (next == text.length()) {
            return;
        }
        String number = word;
        advance();
        if (kind != Kind.LETTERS) {
            write(Kind.NUMBER, number);
            connect(kind != Kind.CONNECTOR && kind != Kind.PUNCTUATION);
            return;
        }
        out.append(connector);
        write(Kind.NUMBER, number);
        numberAndLetters();
    }

    private void connect(boolean wanted) {
        if (wanted) {
            out.append(connector);
        }
    }

    private void write(Kind of, String written) {
        if (of != Kind.CAPITAL && of != Kind.CONNECTOR) {
            out.append(written);
            return;
        }
        for (int rune : Runes.codePoints(written)) {
            if (PascalCase.isConnector(rune)) {
                out.append(connector);
            } else {
                int lower = SprigCases.isUpper(rune) ? Character.toLowerCase(rune) : rune;
                out.append(GoText.encode(Character.toString(lower)));
            }
        }
    }

    /** Goes to the next word. */
    private void advance() {
        int start = next;
        int first = rune(Runes.ERROR);
        kind = kind(first);
        switch (kind) {
            case NONE -> {}
            case CAPITAL -> capitals(first);
            case CONNECTOR -> skip(first, PascalCase::isConnector);
            case PUNCTUATION -> skip(first, CaseWords::isPunctuation);
            case LETTERS -> skip(first, rune -> isLetter(rune) && !SprigCases.isUpper(rune));
            case NUMBER -> skip(first, CaseWords::isNumber);
            case OTHER -> skip(first, CaseWords::isOther);
        }
        word = text.substring(start, next);
    }

    private static Kind kind(int first) {
        if (first == Runes.ERROR) {
            return Kind.NONE;
        }
        if (PascalCase.isConnector(first)) {
            return Kind.CONNECTOR;
        }
        if (isPunctuation(first)) {
            return Kind.PUNCTUATION;
        }
        if (SprigCases.isUpper(first)) {
            return Kind.CAPITAL;
        }
        if (isLetter(first)) {
            return Kind.LETTERS;
        }
        return isNumber(first) ? Kind.NUMBER : Kind.OTHER;
    }

    /** One capital and small letters, or several capitals, the last of which belongs to the letters that follow. */
    private void capitals(int first) {
        int second = peek(first);
        if (next == text.length()) {
            return;
        }
        if (!SprigCases.isUpper(second)) {
            if (isLetter(second)) {
                skip(first, rune -> isLetter(rune) && !SprigCases.isUpper(rune));
            }
            return;
        }
        int last = next;
        int rune = first;
        while (next < text.length() && SprigCases.isUpper(peek(rune))) {
            last = next;
            rune = rune(rune);
        }
        if (next < text.length() && isLetter(peek(rune))) {
            next = last;
        }
    }

    private void skip(int first, IntPredicate same) {
        int rune = first;
        while (next < text.length() && same.test(peek(rune))) {
            rune = rune(rune);
        }
    }

    private int peek(int previous) {
        int at = next;
        int rune = rune(previous);
        next = at;
        return rune;
    }

    /** Reads a character, with the bytes before it that are none; the one before it again when there is no more. */
    private int rune(int previous) {
        while (next < text.length()) {
            int rune = Runes.at(text, next);
            next += Runes.width(text, next);
            if (rune != Runes.ERROR) {
                return rune;
            }
        }
        return previous;
    }

    private static boolean isOther(int rune) {
        return !PascalCase.isConnector(rune) && !isLetter(rune) && !isNumber(rune) && !isPunctuation(rune);
    }

    /** A letter that is no ideograph. */
    private static boolean isLetter(int rune) {
        boolean ideograph = (rune >= 0x4E00 && rune <= 0x9FCC)
                || (rune >= FIRST_IDEOGRAPH && rune <= 0x4D85)
                || (rune >= 0x20000 && rune <= 0x2B81D);
        return Character.isLetter(rune) && !ideograph;
    }

    private static boolean isNumber(int rune) {
        int type = Character.getType(rune);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    private static boolean isPunctuation(int rune) {
        return switch (Character.getType(rune)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }
}
