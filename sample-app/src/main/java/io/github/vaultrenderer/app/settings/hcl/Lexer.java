package io.github.vaultrenderer.app.settings.hcl;

/**
 * Divides HCL into tokens. Line ends count for nothing outside of strings and heredocs, so one line may hold several
 * settings.
 *
 * @see <a href="https://github.com/hashicorp/hcl/tree/hcl1/hcl/scanner">HCL 1, package scanner</a>
 */
final class Lexer {

    private final Characters characters;

    Lexer(String text) {
        this.characters = new Characters(text.replace("\r\n", "\n"));
    }

    Token next() throws HclException {
        skipBlanksAndComments();
        Position position = characters.position();
        int first = characters.peek();
        if (first == Characters.END) {
            return new Token(TokenType.END, "", position);
        }
        if (Characters.isLetter(first)) {
            return name(position);
        }
        if (Characters.isDecimal(first) || beginsNumber(first)) {
            return number(position);
        }
        return switch (first) {
            case '"' -> new Token(TokenType.TEXT, new StringScanner(characters).read(), position);
            case '<' -> new Token(TokenType.HEREDOC, new HeredocScanner(characters).read(), position);
            default -> new Token(symbol(characters.next(), position), "", position);
        };
    }

    private boolean beginsNumber(int first) {
        return (first == '-' || first == '.') && Characters.isDecimal(characters.peekSecond());
    }

    private static TokenType symbol(int character, Position position) throws HclException {
        return switch (character) {
            case '[' -> TokenType.LEFT_BRACKET;
            case ']' -> TokenType.RIGHT_BRACKET;
            case '{' -> TokenType.LEFT_BRACE;
            case '}' -> TokenType.RIGHT_BRACE;
            case ',' -> TokenType.COMMA;
            case '=' -> TokenType.EQUALS;
            case '.' -> TokenType.PERIOD;
            case '+' -> TokenType.PLUS;
            case '-' -> TokenType.MINUS;
            default -> throw new HclException(position, "a character that begins nothing: " + shown(character));
        };
    }

    private static String shown(int character) {
        return Character.isISOControl(character)
                ? "U+" + Integer.toHexString(character)
                : Character.toString(character);
    }

    private void skipBlanksAndComments() throws HclException {
        while (true) {
            int next = characters.peek();
            if (next == ' ' || next == '\t' || next == '\n' || next == '\r') {
                characters.next();
            } else if (next == '#' || next == '/') {
                skipComment();
            } else {
                return;
            }
        }
    }

    private void skipComment() throws HclException {
        Position position = characters.position();
        if (characters.next() == '/' && characters.peek() == '*') {
            characters.next();
            skipToEndOfComment(position);
            return;
        }
        if (characters.since(characters.index() - 1).charAt(0) == '/' && characters.peek() != '/') {
            throw new HclException(position, "a comment begins with #, // or /*");
        }
        while (characters.peek() != '\n' && characters.peek() != Characters.END) {
            characters.next();
        }
    }

    private void skipToEndOfComment(Position start) throws HclException {
        for (int next = characters.next(); ; ) {
            int before = next;
            next = characters.next();
            if (before == Characters.END || next == Characters.END) {
                throw new HclException(start, "a comment that does not end: */ is missing");
            }
            if (before == '*' && next == '/') {
                return;
            }
        }
    }

    private Token name(Position position) throws HclException {
        int start = characters.index();
        while (isPartOfName(characters.peek())) {
            characters.next();
        }
        String name = characters.since(start);
        boolean truth = name.equals("true") || name.equals("false");
        return new Token(truth ? TokenType.TRUTH : TokenType.NAME, name, position);
    }

    private static boolean isPartOfName(int character) {
        return Characters.isLetter(character) || Character.isDigit(character) || character == '-' || character == '.';
    }

    private Token number(Position position) throws HclException {
        int start = characters.index();
        if (characters.peek() == '-') {
            characters.next();
        }
        boolean zero = characters.peek() == '0';
        if (zero && (characters.peekSecond() == 'x' || characters.peekSecond() == 'X')) {
            characters.next();
            characters.next();
            skipDigits(16);
            return new Token(TokenType.WHOLE, characters.since(start), position);
        }
        TokenType type = decimal(position);
        return new Token(type, characters.since(start), position);
    }

    private TokenType decimal(Position position) throws HclException {
        TokenType type = TokenType.WHOLE;
        boolean begunByPoint = characters.peek() == '.';
        skipDigits(10);
        if (characters.peek() == '.') {
            type = TokenType.REAL;
            characters.next();
            skipDigits(10);
        }
        if (characters.peek() == 'e' || characters.peek() == 'E') {
            if (begunByPoint) {
                throw new HclException(position, "a number with an exponent and no digit before its point");
            }
            type = TokenType.REAL;
            skipExponent();
        }
        return type;
    }

    private void skipExponent() throws HclException {
        characters.next();
        if (characters.peek() == '-' || characters.peek() == '+') {
            characters.next();
        }
        skipDigits(10);
    }

    private void skipDigits(int radix) throws HclException {
        while (characters.peek() < 0x80 && Character.digit(characters.peek(), radix) >= 0) {
            characters.next();
        }
    }
}
