package io.github.vaultrenderer.template.gotemplate.functions;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * Lays YAML out as yaml.v2 does, in blocks of two spaces and lines of about 80 characters. Java's libraries break lines and
 * escape characters at other places.
 *
 * @see <a href="https://pkg.go.dev/gopkg.in/yaml.v2">Go package yaml.v2</a>
 */
final class YamlWriter {

    private static final int STEP = 2;
    private static final int WIDTH = 80;
    private static final String ESCAPED = "\0\u0007\b\t\n\u000b\f\r\u001b\"\\\u0085\u00a0\u2028\u2029";
    private static final String ESCAPES = "0abtnvfre\"\\N_LP";

    private final StringBuilder out = new StringBuilder();
    private final Deque<Integer> indents = new ArrayDeque<>();
    private int indent = -1;
    private int column;
    private boolean whitespace = true;
    private boolean indention = true;

    String text() {
        return out.toString();
    }

    /** Begins a list. One behind a key stands as far left as the key. */
    void startSequence(boolean inMapping) {
        boolean indentless = inMapping && !indention;
        indents.push(indent);
        indent = indent < 0 ? 0 : indentless ? indent : indent + STEP;
    }

    void item() {
        newLine();
        indicator("-", true, false, true);
    }

    void startMapping() {
        startSequence(false);
    }

    /** A key, and the colon behind it; its value comes next. */
    void key(YamlScalar key) {
        newLine();
        if (key.isSimpleKey()) {
            scalar(key, true);
            indicator(":", false, false, false);
        } else {
            indicator("?", true, false, true);
            scalar(key, false);
            newLine();
            indicator(":", true, false, true);
        }
    }

    /** Ends the list or map that was begun last. */
    void end() {
        indent = indents.pop();
    }

    /** A list or map without elements. */
    void empty(String open, String close) {
        indicator(open, true, true, false);
        indicator(close, false, false, false);
    }

    void scalar(YamlScalar scalar) {
        scalar(scalar, false);
    }

    private void scalar(YamlScalar scalar, boolean simpleKey) {
        if (!scalar.tag().isEmpty()) {
            space();
            put(scalar.tag());
            whitespace = false;
        }
        indents.push(indent);
        indent = Math.max(indent, 0) + STEP;
        switch (scalar.chosen(simpleKey)) {
            case PLAIN -> plain(scalar.text(), !simpleKey);
            case SINGLE_QUOTED -> singleQuoted(scalar.text(), !simpleKey);
            case DOUBLE_QUOTED -> doubleQuoted(scalar.text(), !simpleKey);
            case LITERAL -> literal(scalar.text());
        }
        end();
    }

    private void plain(String text, boolean breaks) {
        space();
        boolean spaces = false;
        for (int i = 0; i < text.length(); ) {
            if (text.charAt(i) == ' ') {
                if (breaks && !spaces && column > WIDTH && text.charAt(i + 1) != ' ') {
                    newLine();
                } else {
                    put(' ');
                }
                i++;
                spaces = true;
            } else {
                i = copy(text, i);
                spaces = false;
            }
        }
        ended();
    }

    private void singleQuoted(String text, boolean breaks) {
        indicator("'", true, false, false);
        boolean spaces = false;
        boolean broken = false;
        for (int i = 0; i < text.length(); ) {
            if (text.charAt(i) == ' ') {
                boolean inside = i > 0 && i < text.length() - 1 && text.charAt(i + 1) != ' ';
                if (breaks && !spaces && column > WIDTH && inside) {
                    newLine();
                } else {
                    put(' ');
                }
                i++;
                spaces = true;
            } else if (YamlRunes.isBreak(text, i)) {
                if (!broken && text.charAt(i) == '\n') {
                    lineBreak();
                }
                i = copyBreak(text, i);
                broken = true;
            } else {
                i = quotedRune(text, i, broken);
                spaces = false;
                broken = false;
            }
        }
        indicator("'", false, false, false);
        ended();
    }

    private int quotedRune(String text, int at, boolean broken) {
        if (broken) {
            newLine();
        }
        if (text.charAt(at) == '\'') {
            put('\'');
        }
        indention = false;
        return copy(text, at);
    }

    private void doubleQuoted(String text, boolean breaks) {
        indicator("\"", true, false, false);
        boolean marked = YamlRunes.startsWithMark(text);
        boolean spaces = false;
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            if (marked || c == '"' || c == '\\' || YamlRunes.isBreak(text, i) || !YamlRunes.isPrintable(text, i)) {
                escape(YamlRunes.rune(text, i));
                i += YamlRunes.width(text, i);
                spaces = false;
            } else if (c == ' ') {
                boolean inside = i > 0 && i < text.length() - 1;
                if (breaks && !spaces && column > WIDTH && inside) {
                    newLine();
                    put(text.charAt(i + 1) == ' ' ? "\\" : "");
                } else {
                    put(' ');
                }
                i++;
                spaces = true;
            } else {
                i = copy(text, i);
                spaces = false;
            }
        }
        indicator("\"", false, false, false);
        ended();
    }

    private void escape(int rune) {
        put('\\');
        int known = rune <= Character.MAX_VALUE ? ESCAPED.indexOf(rune) : -1;
        if (known >= 0) {
            put(ESCAPES.charAt(known));
        } else {
            put(
                    rune <= 0xFF
                            ? String.format(Locale.ROOT, "x%02X", rune)
                            : rune <= Character.MAX_VALUE
                                    ? String.format(Locale.ROOT, "u%04X", rune)
                                    : String.format(Locale.ROOT, "U%08X", rune));
        }
    }

    private void literal(String text) {
        indicator("|", true, false, false);
        put(hints(text));
        lineBreak();
        indention = true;
        whitespace = true;
        boolean broken = true;
        for (int i = 0; i < text.length(); ) {
            if (YamlRunes.isBreak(text, i)) {
                i = copyBreak(text, i);
                broken = true;
            } else {
                if (broken) {
                    newLine();
                }
                i = copy(text, i);
                indention = false;
                broken = false;
            }
        }
    }

    /** What a reader has to know: how far a text is indented that begins with spaces, and what becomes of its last breaks. */
    private static String hints(String text) {
        String indented = text.charAt(0) == ' ' || YamlRunes.isBreak(text, 0) ? String.valueOf(STEP) : "";
        int last = before(text, text.length());
        if (!YamlRunes.isBreak(text, last)) {
            return indented + "-";
        }
        return last == 0 || YamlRunes.isBreak(text, before(text, last)) ? indented + "+" : indented;
    }

    /** Where the character before a place begins. */
    private static int before(String text, int at) {
        int start = at - 1;
        while (start > 0 && (text.charAt(start) & 0xC0) == 0x80) {
            start--;
        }
        return start;
    }

    private void indicator(String text, boolean needsSpace, boolean isSpace, boolean isIndention) {
        if (needsSpace) {
            space();
        }
        put(text);
        whitespace = isSpace;
        indention = indention && isIndention;
    }

    private void space() {
        if (!whitespace) {
            put(' ');
        }
    }

    private void ended() {
        whitespace = false;
        indention = false;
    }

    private void newLine() {
        int wanted = Math.max(indent, 0);
        if (!indention || column > wanted || (column == wanted && !whitespace)) {
            lineBreak();
        }
        while (column < wanted) {
            put(' ');
        }
        whitespace = true;
        indention = true;
    }

    private void lineBreak() {
        out.append('\n');
        column = 0;
    }

    private int copyBreak(String text, int at) {
        int end = at + YamlRunes.width(text, at);
        out.append(text, at, end);
        column = 0;
        indention = true;
        return end;
    }

    private int copy(String text, int at) {
        int end = at + YamlRunes.width(text, at);
        out.append(text, at, end);
        column++;
        return end;
    }

    private void put(char c) {
        out.append(c);
        column++;
    }

    private void put(String ascii) {
        out.append(ascii);
        column += ascii.length();
    }
}
