package io.github.vaultrenderer.template.gotemplate.parse;

import io.github.vaultrenderer.template.TemplateException;
import java.util.List;

/** Tokens to be taken one by one; the only place that makes syntax errors. */
final class TokenStream {

    private final SourceText source;
    private final List<Token> tokens;
    private int index;

    TokenStream(SourceText source, List<Token> tokens) {
        this.source = source;
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(Math.min(index, tokens.size() - 1));
    }

    Token next() {
        Token token = peek();
        index++;
        return token;
    }

    void back() {
        index--;
    }

    void back(int count) {
        index -= count;
    }

    Token nextNonSpace() {
        Token token = next();
        return token.type() == TokenType.SPACE ? next() : token;
    }

    Token peekNonSpace() {
        if (peek().type() == TokenType.SPACE) {
            index++;
        }
        return peek();
    }

    Token expect(TokenType type, String context) {
        Token token = nextNonSpace();
        if (token.type() != type) {
            throw unexpected(token, context);
        }
        return token;
    }

    TemplateException unexpected(Token token, String context) {
        return token.type() == TokenType.ERROR
                ? syntax(token.position(), token.text())
                : syntax(token.position(), "unexpected " + token.shown() + " in " + context);
    }

    TemplateException syntax(int position, String reason) {
        return TemplateException.syntax(source.at(position), GoText.decode(reason));
    }
}
