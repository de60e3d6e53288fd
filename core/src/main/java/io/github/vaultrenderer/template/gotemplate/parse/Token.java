package io.github.vaultrenderer.template.gotemplate.parse;

/**
 * A token.
 *
 * @param type its kind
 * @param position the byte where it starts
 * @param text its text; for {@link TokenType#ERROR} the message
 */
record Token(TokenType type, int position, String text) {

    /** As messages show it. */
    String shown() {
        return switch (type) {
            case EOF -> "EOF";
            case ERROR -> text;
            case TEXT, STRING, RAW_STRING ->
                "\"" + (text.length() > 10 ? text.substring(0, 10) + "\"..." : text + "\"");
            default -> "<" + text + ">";
        };
    }
}
