package io.github.vaultrenderer.template.gotemplate.parse;

import io.github.vaultrenderer.template.TemplateSource.Delimiters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a template into tokens. A mistake is a token too, the last one.
 *
 * @see <a href="https://cs.opensource.google/go/go/+/master:src/text/template/parse/lex.go">Go's lex.go</a>
 */
final class Lexer {

    private static final String LEFT_COMMENT = "/*";
    private static final String RIGHT_COMMENT = "*/";
    private static final char TRIM = '-';
    private static final int EOF = -1;
    private static final int ASCII = 0x80;

    private final String input;
    private final String left;
    private final String right;
    private final List<Token> tokens = new ArrayList<>();
    private int start;
    private int position;
    private int parentheses;
    private boolean insideAction;

    private Lexer(String input, Delimiters delimiters) {
        this.input = input;
        this.left = GoText.encode(delimiters.left());
        this.right = GoText.encode(delimiters.right());
    }

    /** The tokens of a template; the last one is EOF or an error. */
    static List<Token> tokens(String input, Delimiters delimiters) {
        Lexer lexer = new Lexer(input, delimiters);
        boolean more = true;
        while (more) {
            more = lexer.insideAction ? lexer.element() : lexer.text();
        }
        return lexer.tokens;
    }

    // Each of the following takes what it is named for; false when nothing comes after it.

    private boolean text() {
        int delimiter = input.indexOf(left, position);
        if (delimiter < 0) {
            position = input.length();
            emitText(position);
            emit(TokenType.EOF);
            return false;
        }
        int end = delimiter;
        if (hasLeftTrim(delimiter + left.length())) {
            while (end > start && isSpace(input.charAt(end - 1))) {
                end--;
            }
        }
        emitText(end);
        start = delimiter;
        position = delimiter;
        return leftDelimiter();
    }

    private void emitText(int end) {
        if (end > start) {
            tokens.add(new Token(TokenType.TEXT, start, input.substring(start, end)));
        }
        start = position;
    }

    private boolean leftDelimiter() {
        position += left.length();
        boolean trim = hasLeftTrim(position);
        int afterMarker = trim ? position + 2 : position;
        if (input.startsWith(LEFT_COMMENT, afterMarker)) {
            position = afterMarker;
            return comment();
        }
        emit(TokenType.LEFT_DELIMITER);
        position = afterMarker;
        start = position;
        parentheses = 0;
        insideAction = true;
        return true;
    }

    private boolean comment() {
        int end = input.indexOf(RIGHT_COMMENT, position + LEFT_COMMENT.length());
        if (end < 0) {
            return error("unclosed comment");
        }
        position = end + RIGHT_COMMENT.length();
        boolean trim = hasRightTrim();
        if (!trim && !input.startsWith(right, position)) {
            return error("comment ends before closing delimiter");
        }
        closeDelimiter(trim);
        return true;
    }

    private void closeDelimiter(boolean trim) {
        position += (trim ? 2 : 0) + right.length();
        if (trim) {
            while (position < input.length() && isSpace(input.charAt(position))) {
                position++;
            }
        }
        start = position;
        insideAction = false;
    }

    private boolean rightDelimiter() {
        boolean trim = hasRightTrim();
        int delimiter = position + (trim ? 2 : 0);
        tokens.add(new Token(TokenType.RIGHT_DELIMITER, delimiter, right));
        closeDelimiter(trim);
        return true;
    }

    private boolean element() {
        if (hasRightTrim() || input.startsWith(right, position)) {
            return parentheses == 0 ? rightDelimiter() : error("unclosed left paren");
        }
        int c = next();
        if (c == EOF) {
            return error("unclosed action");
        }
        if (isSpace((char) c)) {
            return space();
        }
        return switch (c) {
            case '=' -> emit(TokenType.ASSIGN);
            case ':' -> next() == '=' ? emit(TokenType.DECLARE) : error("expected :=");
            case '|' -> emit(TokenType.PIPE);
            case ',' -> emit(TokenType.COMMA);
            case '"' -> quoted('"', TokenType.STRING, "unterminated quoted string");
            case '\'' -> quoted('\'', TokenType.CHARACTER, "unterminated character constant");
            case '`' -> rawString();
            case '$' -> atTerminator() ? emit(TokenType.VARIABLE) : word(TokenType.VARIABLE);
            case '.' -> fieldOrNumber();
            case '(' -> parenthesis(TokenType.LEFT_PARENTHESIS, 1);
            case ')' -> parenthesis(TokenType.RIGHT_PARENTHESIS, -1);
            default -> other((char) c);
        };
    }

    private boolean other(char c) {
        position--;
        if (c == '+' || c == '-' || isDigit(c)) {
            return number();
        }
        return isWord() ? identifier() : error("unrecognized character in action: " + shown());
    }

    private boolean space() {
        while (position < input.length() && isSpace(input.charAt(position)) && !hasRightTrim()) {
            position++;
        }
        return emit(TokenType.SPACE);
    }

    private boolean parenthesis(TokenType type, int step) {
        parentheses += step;
        return parentheses < 0 ? error("unexpected right paren") : emit(type);
    }

    private boolean quoted(char quote, TokenType type, String unterminated) {
        for (int c = next(); c != quote; c = next()) {
            if (c == '\\') {
                c = next();
                if (c == EOF || c == '\n') {
                    return error(unterminated);
                }
            } else if (c == EOF || c == '\n') {
                return error(unterminated);
            }
        }
        return emit(type);
    }

    private boolean rawString() {
        int end = input.indexOf('`', position);
        if (end < 0) {
            return error("unterminated raw quoted string");
        }
        position = end + 1;
        return emit(TokenType.RAW_STRING);
    }

    private boolean fieldOrNumber() {
        if (position < input.length() && isDigit(input.charAt(position))) {
            position--;
            return number();
        }
        return atTerminator() ? emit(TokenType.DOT) : word(TokenType.FIELD);
    }

    /** The letters and digits after a dot or a dollar sign. */
    private boolean word(TokenType type) {
        takeWord();
        return atTerminator() ? emit(type) : badCharacter();
    }

    private boolean identifier() {
        takeWord();
        return atTerminator() ? emit(keyword(input.substring(start, position))) : badCharacter();
    }

    private static TokenType keyword(String word) {
        return switch (word) {
            case "block" -> TokenType.BLOCK;
            case "break" -> TokenType.BREAK;
            case "continue" -> TokenType.CONTINUE;
            case "define" -> TokenType.DEFINE;
            case "else" -> TokenType.ELSE;
            case "end" -> TokenType.END;
            case "if" -> TokenType.IF;
            case "nil" -> TokenType.NIL;
            case "range" -> TokenType.RANGE;
            case "template" -> TokenType.TEMPLATE;
            case "with" -> TokenType.WITH;
            case "true", "false" -> TokenType.BOOL;
            default -> TokenType.IDENTIFIER;
        };
    }

    /** Takes what can be a number, or two that are a complex one; the parser finds out whether it is. */
    private boolean number() {
        if (!scanNumber()) {
            return badNumber();
        }
        if (peek() != '+' && peek() != '-') {
            return emit(TokenType.NUMBER);
        }
        boolean complex = scanNumber() && input.charAt(position - 1) == 'i';
        return complex ? emit(TokenType.COMPLEX) : badNumber();
    }

    /** {@code false} when a letter or digit follows that cannot belong to the number; it is taken, too. */
    private boolean scanNumber() {
        take("+-");
        String digits = "0123456789_";
        String exponent = "eE";
        if (take("0")) {
            if (take("xX")) {
                digits = "0123456789abcdefABCDEF_";
                exponent = "pP";
            } else if (take("oO")) {
                digits = "01234567_";
                exponent = "";
            } else if (take("bB")) {
                digits = "01_";
                exponent = "";
            }
        }
        takeAll(digits);
        if (take(".")) {
            takeAll(digits);
        }
        if (take(exponent)) {
            take("+-");
            takeAll("0123456789_");
        }
        take("i");
        boolean ended = !isWord();
        position += ended ? 0 : Runes.width(input, position);
        return ended;
    }

    private boolean badNumber() {
        return error("bad number syntax: \"" + input.substring(start, position) + "\"");
    }

    private boolean take(String characters) {
        boolean taken = position < input.length() && characters.indexOf(input.charAt(position)) >= 0;
        position += taken ? 1 : 0;
        return taken;
    }

    private void takeAll(String characters) {
        while (take(characters)) {
            // One at a time.
        }
    }

    private void takeWord() {
        while (isWord()) {
            position += Runes.width(input, position);
        }
    }

    private boolean badCharacter() {
        return error("bad character " + shown());
    }

    private boolean atTerminator() {
        if (position >= input.length()) {
            return true;
        }
        char c = input.charAt(position);
        return isSpace(c) || ".,|:()".indexOf(c) >= 0 || input.startsWith(right, position);
    }

    private boolean emit(TokenType type) {
        tokens.add(new Token(type, start, input.substring(start, position)));
        start = position;
        return true;
    }

    private boolean error(String message) {
        tokens.add(new Token(TokenType.ERROR, Math.min(start, input.length()), message));
        return false;
    }

    private int next() {
        return position < input.length() ? input.charAt(position++) : EOF;
    }

    private int peek() {
        return position < input.length() ? input.charAt(position) : EOF;
    }

    private boolean hasLeftTrim(int at) {
        return at + 1 < input.length() && input.charAt(at) == TRIM && isSpace(input.charAt(at + 1));
    }

    private boolean hasRightTrim() {
        return position + 1 < input.length()
                && isSpace(input.charAt(position))
                && input.charAt(position + 1) == TRIM
                && input.startsWith(right, position + 2);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether a letter, a digit or an underscore comes. */
    private boolean isWord() {
        if (position >= input.length()) {
            return false;
        }
        char c = input.charAt(position);
        if (c < ASCII) {
            return c == '_' || isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }
        int rune = Runes.at(input, position);
        return Character.isLetter(rune) || Character.isDigit(rune);
    }

    private String shown() {
        int rune = Runes.at(input, position);
        String hex = Integer.toHexString(rune).toUpperCase(Locale.ROOT);
        String code = "U+" + "0".repeat(Math.max(0, 4 - hex.length())) + hex;
        return rune > ' ' && rune != 0x7F ? code + " '" + GoText.encode(Character.toString(rune)) + "'" : code;
    }
}
