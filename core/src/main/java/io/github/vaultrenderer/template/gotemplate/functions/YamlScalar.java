package io.github.vaultrenderer.template.gotemplate.functions;

/**
 * A scalar that is to be written, and in which styles its text can be.
 *
 * @param text the text, a Go string
 * @param style the style that is wanted for it
 * @param tag its tag; empty for none
 */
record YamlScalar(String text, Style style, String tag) {

    private static final int LONGEST_SIMPLE_KEY = 128;
    private static final String NEVER_FIRST = "#,[]{}&*!|>'\"%@`";

    /** How a scalar is written. */
    enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        LITERAL
    }

    static YamlScalar plain(String text) {
        return new YamlScalar(text, Style.PLAIN, "");
    }

    /** Whether it can be a key on the line of its value. */
    boolean isSimpleKey() {
        return !hasBreak() && text.length() + tag.length() <= LONGEST_SIMPLE_KEY;
    }

    /** The style that it gets: the wanted one, or the next in which its text can be. */
    Style chosen(boolean simpleKey) {
        return switch (style) {
            case PLAIN -> canBePlain(simpleKey) ? Style.PLAIN : quoted();
            case LITERAL -> simpleKey || hasSpecial() || text.endsWith(" ") ? Style.DOUBLE_QUOTED : Style.LITERAL;
            default -> style;
        };
    }

    private Style quoted() {
        return hasSpecial() || hasIndentedLine() ? Style.DOUBLE_QUOTED : Style.SINGLE_QUOTED;
    }

    private boolean canBePlain(boolean simpleKey) {
        if (text.isEmpty()) {
            return !simpleKey;
        }
        boolean spaced = text.startsWith(" ") || text.endsWith(" ");
        return !spaced && !hasBreak() && !hasSpecial() && !hasIndicator();
    }

    private boolean hasIndicator() {
        char first = text.charAt(0);
        boolean alone = text.length() == 1 || YamlRunes.isBlank(text, 1);
        if (text.startsWith("---")
                || text.startsWith("...")
                || NEVER_FIRST.indexOf(first) >= 0
                || ((first == '?' || first == ':' || first == '-') && alone)) {
            return true;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean last = i + 1 == text.length();
            if ((c == ':' && (last || YamlRunes.isBlank(text, i + 1)))
                    || (c == '#' && YamlRunes.isBlankOrBreak(text, i - 1))) {
                return true;
            }
        }
        return false;
    }

    private boolean hasBreak() {
        for (int i = 0; i < text.length(); i += YamlRunes.width(text, i)) {
            if (YamlRunes.isBreak(text, i)) {
                return true;
            }
        }
        return false;
    }

    /** What can be written within double quotes only: unprintable characters, and spaces before a break. */
    private boolean hasSpecial() {
        for (int i = 0; i < text.length(); i += YamlRunes.width(text, i)) {
            if (!YamlRunes.isPrintable(text, i) || (YamlRunes.isBreak(text, i) && i > 0 && text.charAt(i - 1) == ' ')) {
                return true;
            }
        }
        return false;
    }

    private boolean hasIndentedLine() {
        for (int i = 0; i < text.length(); i += YamlRunes.width(text, i)) {
            int next = i + YamlRunes.width(text, i);
            if (YamlRunes.isBreak(text, i) && next < text.length() && text.charAt(next) == ' ') {
                return true;
            }
        }
        return false;
    }
}
