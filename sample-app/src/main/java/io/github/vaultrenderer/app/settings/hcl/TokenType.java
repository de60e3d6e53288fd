package io.github.vaultrenderer.app.settings.hcl;

/** The kinds of words that HCL has. */
enum TokenType {
    END("the end"),
    NAME("a name"),
    WHOLE("a number"),
    REAL("a number"),
    TRUTH("true or false"),
    TEXT("a string"),
    HEREDOC("a heredoc"),
    LEFT_BRACKET("["),
    RIGHT_BRACKET("]"),
    LEFT_BRACE("{"),
    RIGHT_BRACE("}"),
    COMMA(","),
    EQUALS("="),
    PERIOD("."),
    PLUS("+"),
    MINUS("-");

    private final String words;

    TokenType(String words) {
        this.words = words;
    }

    /** How to speak of it. */
    String words() {
        return words;
    }
}
