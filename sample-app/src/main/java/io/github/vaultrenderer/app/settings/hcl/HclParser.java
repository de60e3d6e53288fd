package io.github.vaultrenderer.app.settings.hcl;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads HCL by recursive descent.
 *
 * @see <a href="https://github.com/hashicorp/hcl/tree/hcl1/hcl/parser">HCL 1, package parser</a>
 */
final class HclParser {

    /** Far more than any configuration has; beyond, the stack would be at risk. */
    static final int MOST_NESTING = 100;

    private final Lexer lexer;
    private Token token;
    private int nesting;

    private HclParser(Lexer lexer) throws HclException {
        this.lexer = lexer;
        this.token = lexer.next();
    }

    static HclNode.Body parse(String text) throws HclException {
        HclParser parser = new HclParser(new Lexer(text));
        Position start = new Position(1, 1);
        return new HclNode.Body(start, parser.items(TokenType.END));
    }

    /** items: { item [ "," ] } */
    private List<HclNode.Item> items(TokenType end) throws HclException {
        List<HclNode.Item> items = new ArrayList<>();
        while (!token.is(end)) {
            if (token.is(TokenType.END)) {
                throw syntax("the } of a block");
            }
            items.add(item());
            if (token.is(TokenType.COMMA)) {
                advance();
            }
        }
        return items;
    }

    /** item: key "=" value | key { key } body */
    private HclNode.Item item() throws HclException {
        List<Token> keys = keys();
        if (token.is(TokenType.LEFT_BRACE)) {
            return new HclNode.Item(keys, body());
        }
        if (keys.size() > 1) {
            throw syntax("{ (a name with labels begins a block)");
        }
        advance();
        return new HclNode.Item(keys, value());
    }

    private List<Token> keys() throws HclException {
        List<Token> keys = new ArrayList<>();
        while (token.is(TokenType.NAME) || token.is(TokenType.TEXT)) {
            keys.add(token);
            advance();
        }
        if (keys.isEmpty()) {
            throw syntax("the name of a setting");
        }
        if (!token.is(TokenType.EQUALS) && !token.is(TokenType.LEFT_BRACE)) {
            throw syntax("= or { after a name");
        }
        return keys;
    }

    private HclNode value() throws HclException {
        if (token.isLiteral()) {
            return literal();
        }
        return switch (token.type()) {
            case LEFT_BRACE -> body();
            case LEFT_BRACKET -> array();
            case NAME -> throw syntax("a value (a string stands in quotes)");
            default -> throw syntax("a value");
        };
    }

    private HclNode literal() throws HclException {
        HclNode literal = new HclNode.Literal(token);
        advance();
        return literal;
    }

    private HclNode.Body body() throws HclException {
        Position start = token.position();
        open();
        List<HclNode.Item> items = items(TokenType.RIGHT_BRACE);
        close();
        return new HclNode.Body(start, items);
    }

    /** array: "[" { value | "," } "]", where no literal and no body stands without a comma before the next value. */
    private HclNode array() throws HclException {
        Position start = token.position();
        open();
        List<HclNode> nodes = new ArrayList<>();
        while (!token.is(TokenType.RIGHT_BRACKET)) {
            if (token.is(TokenType.COMMA)) {
                advance();
                continue;
            }
            HclNode node = value();
            nodes.add(node);
            if (!(node instanceof HclNode.Array) && !token.is(TokenType.COMMA) && !token.is(TokenType.RIGHT_BRACKET)) {
                throw syntax(", or ] in a list");
            }
        }
        close();
        return new HclNode.Array(start, nodes);
    }

    private void open() throws HclException {
        if (++nesting > MOST_NESTING) {
            throw new HclException(token.position(), "more than " + MOST_NESTING + " blocks and lists in one another");
        }
        advance();
    }

    private void close() throws HclException {
        nesting--;
        advance();
    }

    private void advance() throws HclException {
        token = lexer.next();
    }

    /** No text of the file is shown: any may be a secret that lost its quotes. */
    private HclException syntax(String expected) {
        return new HclException(
                token.position(),
                "there should be " + expected + ", not " + token.type().words());
    }
}
