package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.GoFormat;
import io.github.vaultrenderer.template.gotemplate.parse.Runes;
import java.util.Locale;

/**
 * Texts inside JavaScript's strings.
 *
 * @see <a href="https://pkg.go.dev/text/template#JSEscape">Go text/template, JSEscape</a>
 */
final class JavaScriptText {

    private static final int ASCII = 0x80;

    private JavaScriptText() {}

    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Runes.width(text, i)) {
            int rune = Runes.at(text, i);
            if (rune >= ASCII) {
                String bytes = text.substring(i, i + Runes.width(text, i));
                out.append(GoFormat.isPrintable(rune) ? bytes : String.format(Locale.ROOT, "\\u%04X", rune));
            } else {
                out.append(ascii((char) rune));
            }
        }
        return out.toString();
    }

    private static String ascii(char c) {
        return switch (c) {
            case '\\', '\'', '"' -> "\\" + c;
            case '<', '>', '&', '=' -> unicode(c);
            default -> c < ' ' ? unicode(c) : String.valueOf(c);
        };
    }

    private static String unicode(char c) {
        return String.format(Locale.ROOT, "\\u%04X", (int) c);
    }
}
