package io.github.vaultrenderer.app.settings.hcl;

/**
 * A word of HCL.
 *
 * @param type what it is
 * @param text a name as it is, a string or a heredoc by its content, a number as it was written
 * @param position where it begins
 */
record Token(TokenType type, String text, Position position) {

    boolean is(TokenType other) {
        return type == other;
    }

    boolean isLiteral() {
        return switch (type) {
            case WHOLE, REAL, TRUTH, TEXT, HEREDOC -> true;
            default -> false;
        };
    }
}
