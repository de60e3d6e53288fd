package io.github.vaultrenderer.template.gotemplate.parse;

import io.github.vaultrenderer.template.TemplateSource.Delimiters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a template into tokens. Each state is a method that emits what it found and returns the next state; a mistake is
 * a token too, the last one.
 *
 * @see <a href="https://cs.opensource.google/go/go/+/master:src/text/template/parse/lex.go">Go's lex.go</a>
 */
final class Lexer {

    private static final String LEFT_COMMENT = "/*";
    private static final String RIGHT_COMMENT = "*/";
    private static final char TRIM = '-';
    private static final int EOF = -1;

    private static final Map<String, TokenType> KEYWORDS = Map.ofEntries(
            Map.entry("block", TokenType.BLOCK),
            Map.entry("break", TokenType.BREAK),
            Map.entry("continue", TokenType.CONTINUE),
            Map.entry("define", TokenType.DEFINE),
            Map.entry("else", TokenType.ELSE),
            Map.entry("end", TokenType.END),
            Map.entry("if", TokenType.IF),
            Map.entry("nil", TokenType.NIL),
            Map.entry("range", TokenType.RANGE),
            Map.entry("template", TokenType.TEMPLATE),
            Map.entry("with", TokenType.WITH),
            Map.entry("true", TokenType.BOOL),
            Map.entry("false", TokenType.BOOL));

    private final String input;
    private final Delimiters delimiters;
    private final List<Token> tokens = new ArrayList<>();
    private int start;
    private int position;
    private int parentheses;

    private Lexer(String input, Delimiters delimiters) {
        this.input = input;
        this.delimiters = delimiters;
    }

    private interface State {
        @Nullable
        State run();
    }

    /** The tokens of a template; the last one is EOF or an error. */
    static List<Token> tokens(String input, Delimiters delimiters) {
        Lexer lexer =
                new Lexer(input, new Delimiters(GoText.encode(delimiters.left()), GoText.encode(delimiters.right())));
        State state = lexer::text;
        while (state != null) {
            state = state.run();
        }
        return lexer.tokens;
    }

    private @Nullable State text() {
        int delimiter = input.indexOf(delimiters.left(), position);
        if (delimiter < 0) {
            position = input.length();
            emitText(position);
            emit(TokenType.EOF);
            return null;
        }
        int end = delimiter;
        if (hasLeftTrim(delimiter + delimiters.left().length())) {
            while (end > start && isSpace(input.charAt(end - 1))) {
                end--;
            }
        }
        emitText(end);
        start = delimiter;
        position = delimiter;
        return this::leftDelimiter;
    }

    private void emitText(int end) {
        if (end > start) {
            tokens.add(new Token(TokenType.TEXT, start, input.substring(start, end)));
        }
        start = position;
    }

    private @Nullable State leftDelimiter() {
        position += delimiters.left().length();
        boolean trim = hasLeftTrim(position);
        int afterMarker = trim ? position + 2 : position;
        if (input.startsWith(LEFT_COMMENT, afterMarker)) {
            position = afterMarker;
            return this::comment;
        }
        emit(TokenType.LEFT_DELIMITER);
        position = afterMarker;
        start = position;
        parentheses = 0;
        return this::insideAction;
    }

    private @Nullable State comment() {
        int end = input.indexOf(RIGHT_COMMENT, position + LEFT_COMMENT.length());
        if (end < 0) {
            return error("unclosed comment");
        }
        position = end + RIGHT_COMMENT.length();
        boolean trim = hasRightTrim();
        if (!trim && !input.startsWith(delimiters.right(), position)) {
            return error("comment ends before closing delimiter");
        }
        closeDelimiter(trim);
        return this::text;
    }

    private void closeDelimiter(boolean trim) {
        position += (trim ? 2 : 0) + delimiters.right().length();
        if (trim) {
            while (position < input.length() && isSpace(input.charAt(position))) {
                position++;
            }
        }
        start = position;
    }

    private @Nullable State rightDelimiter() {
        boolean trim = hasRightTrim();
        int delimiter = position + (trim ? 2 : 0);
        tokens.add(new Token(TokenType.RIGHT_DELIMITER, delimiter, delimiters.right()));
        closeDelimiter(trim);
        return this::text;
    }

    private @Nullable State insideAction() {
        if (hasRightTrim() || input.startsWith(delimiters.right(), position)) {
            return parentheses == 0 ? this::rightDelimiter : error("unclosed left paren");
        }
        int c = next();
        if (c == EOF) {
            return error("unclosed action");
        }
        if (isSpace((char) c)) {
            return this::space;
        }
        return switch (c) {
            case '=' -> emitted(TokenType.ASSIGN);
            case ':' -> next() == '=' ? emitted(TokenType.DECLARE) : error("expected :=");
            case '|' -> emitted(TokenType.PIPE);
            case ',' -> emitted(TokenType.COMMA);
            case '"' -> quoted('"', TokenType.STRING, "unterminated quoted string");
            case '\'' -> quoted('\'', TokenType.CHARACTER, "unterminated character constant");
            case '`' -> rawString();
            case '$' -> word(TokenType.VARIABLE);
            case '.' -> fieldOrNumber();
            case '(' -> parenthesis(TokenType.LEFT_PARENTHESIS, 1);
            case ')' -> parenthesis(TokenType.RIGHT_PARENTHESIS, -1);
            default -> other((char) c);
        };
    }

    private @Nullable State other(char c) {
        if (c == '+' || c == '-' || isDigit(c)) {
            position--;
            return number();
        }
        if (isWord(c)) {
            return identifier();
        }
        return error("unrecognized character in action: " + shown(c));
    }

    private State space() {
        while (position < input.length() && isSpace(input.charAt(position)) && !hasRightTrim()) {
            position++;
        }
        return emitted(TokenType.SPACE);
    }

    private @Nullable State parenthesis(TokenType type, int step) {
        parentheses += step;
        return parentheses < 0 ? error("unexpected right paren") : emitted(type);
    }

    private @Nullable State quoted(char quote, TokenType type, String unterminated) {
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
        return emitted(type);
    }

    private @Nullable State rawString() {
        int end = input.indexOf('`', position);
        if (end < 0) {
            return error("unterminated raw quoted string");
        }
        position = end + 1;
        return emitted(TokenType.RAW_STRING);
    }

    private @Nullable State fieldOrNumber() {
        if (position < input.length() && isDigit(input.charAt(position))) {
            position--;
            return number();
        }
        if (atTerminator()) {
            return emitted(TokenType.DOT);
        }
        return word(TokenType.FIELD);
    }

    /** The letters and digits after a dot or a dollar sign. */
    private @Nullable State word(TokenType type) {
        while (position < input.length() && isWord(input.charAt(position))) {
            position++;
        }
        return atTerminator() ? emitted(type) : badCharacter();
    }

    private @Nullable State identifier() {
        while (position < input.length() && isWord(input.charAt(position))) {
            position++;
        }
        if (!atTerminator()) {
            return badCharacter();
        }
        return emitted(KEYWORDS.getOrDefault(input.substring(start, position), TokenType.IDENTIFIER));
    }

    private @Nullable State number() {
        if (peek() == '+' || peek() == '-') {
            position++;
        }
        while (position < input.length()) {
            char c = input.charAt(position);
            boolean exponentSign = (c == '+' || c == '-')
                    && "eEpP".indexOf(input.charAt(position - 1)) >= 0
                    && !(input.startsWith("0x", start) && "eE".indexOf(input.charAt(position - 1)) >= 0);
            if (!isWord(c) && c != '.' && !exponentSign) {
                break;
            }
            position++;
        }
        return emitted(TokenType.NUMBER);
    }

    private @Nullable State badCharacter() {
        return error("bad character " + shown(input.charAt(position)));
    }

    private boolean atTerminator() {
        if (position >= input.length()) {
            return true;
        }
        char c = input.charAt(position);
        return isSpace(c) || ".,|:()".indexOf(c) >= 0 || input.startsWith(delimiters.right(), position);
    }

    private State emitted(TokenType type) {
        emit(type);
        return this::insideAction;
    }

    private void emit(TokenType type) {
        tokens.add(new Token(type, start, input.substring(start, position)));
        start = position;
    }

    private @Nullable State error(String message) {
        tokens.add(new Token(TokenType.ERROR, Math.min(start, input.length()), message));
        return null;
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
                && input.startsWith(delimiters.right(), position + 2);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** A letter or digit; bytes above ASCII are parts of letters. */
    private static boolean isWord(char c) {
        return c == '_' || isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
    }

    private static String shown(char c) {
        return String.format(java.util.Locale.ROOT, "U+%04X", (int) c) + (c > ' ' && c < 0x7F ? " '" + c + "'" : "");
    }
}
