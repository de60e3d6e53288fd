package io.github.vaultrenderer.template.gotemplate.parse;

import io.github.vaultrenderer.template.TemplateException.Position;

/**
 * A template's text, for telling lines and columns.
 *
 * @param name the template's name
 * @param text the text, a {@linkplain GoText Go string}
 */
public record SourceText(String name, String text) {

    /** The line and column of a byte, both from 1. */
    public Position at(int offset) {
        int line = 1;
        int lineStart = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
            line++;
            lineStart = i + 1;
        }
        int column = GoText.decode(text.substring(lineStart, Math.min(offset, text.length())))
                        .length()
                + 1;
        return new Position(name, line, column);
    }
}
