package io.github.vaultrenderer.app.settings.consultemplate;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code -template source:destination:command}.
 *
 * <p>It is divided as consul-template does: colons that follow one another count as one, and a single letter before a
 * colon, at the beginning of a part, belongs to that part, as Windows' {@code C:}.
 *
 * @see <a href="https://github.com/hashicorp/consul-template/blob/v0.41.1/config/template.go">consul-template,
 *     ParseTemplateConfig</a>
 */
final class TemplateText {

    private TemplateText() {}

    static Layer parse(String text) throws MalformedValueException {
        List<String> parts = parts(text);
        if (text.isBlank() || parts.isEmpty()) {
            throw new MalformedValueException("source:destination or source:destination:command");
        }
        Layer.Builder template = new Layer.Builder("-template " + parts.get(0));
        template.set("source", parts.get(0));
        if (parts.size() > 1) {
            template.set("destination", parts.get(1));
        }
        if (parts.size() > 2) {
            template.set("command", List.of(String.join(":", parts.subList(2, parts.size()))));
        }
        return template.build();
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int index = 0;
        while (index < text.length()) {
            if (text.charAt(index) == ':') {
                index++;
                continue;
            }
            int end = end(text, startsWithDrive(text, index) ? index + 2 : index);
            parts.add(text.substring(index, end));
            index = end;
        }
        return parts;
    }

    private static boolean startsWithDrive(String text, int index) {
        char letter = text.charAt(index);
        boolean isLetter = ('a' <= letter && letter <= 'z') || ('A' <= letter && letter <= 'Z');
        return isLetter && index + 2 < text.length() && text.charAt(index + 1) == ':' && text.charAt(index + 2) != ':';
    }

    private static int end(String text, int from) {
        int colon = text.indexOf(':', from);
        return colon < 0 ? text.length() : colon;
    }
}
