package io.github.vaultrenderer.template.gotemplate.parse;

import io.github.vaultrenderer.template.TemplateException.Position;

/**
 * A template's text, for telling lines and columns.
 *
 * @param name the template's name
 * @param text the text, a {@linkplain GoText Go string}
 */
public record SourceText(String name, String text) {

    /** The line and column of a byte, both from 1, the column in characters: where a reader looks for it. */
    public Position at(int offset) {
        int end = Math.min(offset, text.length());
        int column = GoText.decode(text.substring(lineStart(end), end)).length() + 1;
        return new Position(name, line(end), column);
    }

    /** The line and column of a node as Go's errors of execution tell them: the column in bytes from 0. */
    public Position ofNode(int offset) {
        return new Position(name, line(offset), offset - lineStart(offset));
    }

    private int line(int offset) {
        int line = 1;
        for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
            line++;
        }
        return line;
    }

    private int lineStart(int offset) {
        return offset == 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
    }
}
