package io.github.vaultrenderer.app.settings.hcl;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the lines from {@code <<ANCHOR} to the line that holds only the anchor. After {@code <<-ANCHOR}, the blanks before
 * that last line's anchor are taken away from every line, if every line has them.
 *
 * @see <a href="https://github.com/hashicorp/hcl/blob/hcl1/hcl/token/token.go">HCL 1, unindentHeredoc</a>
 */
final class HeredocScanner {

    private final Characters characters;
    private final Position start;

    HeredocScanner(Characters characters) {
        this.characters = characters;
        this.start = characters.position();
    }

    String read() throws HclException {
        characters.next();
        if (characters.next() != '<') {
            throw new HclException(start, "a heredoc begins with <<");
        }
        boolean indented = characters.peek() == '-';
        if (indented) {
            characters.next();
        }
        String anchor = anchor();
        List<String> lines = new ArrayList<>();
        String line = line();
        while (!ends(line, anchor, indented)) {
            lines.add(line);
            line = line();
        }
        String blanks = line.substring(0, line.indexOf(anchor));
        return indented ? unindented(lines, blanks) : joined(lines, blanks);
    }

    private String anchor() throws HclException {
        int from = characters.index();
        while (Characters.isLetter(characters.peek()) || Character.isDigit(characters.peek())) {
            characters.next();
        }
        String anchor = characters.since(from);
        if (characters.peek() == '\r' && characters.peekSecond() == '\n') {
            characters.next();
        }
        if (anchor.isEmpty() || characters.peek() != '\n') {
            throw new HclException(start, "a heredoc's first line is << and one name, and ends there");
        }
        characters.next();
        return anchor;
    }

    private String line() throws HclException {
        int from = characters.index();
        while (characters.peek() != '\n') {
            if (characters.next() == Characters.END) {
                throw new HclException(
                        start, "a heredoc that does not end: a line that holds only its name, and ends, is missing");
            }
        }
        String line = characters.since(from);
        characters.next();
        return line;
    }

    /** An indented heredoc's last line needs a blank: HCL counts the minus as a part of the anchor's length. */
    private static boolean ends(String line, String anchor, boolean indented) {
        int from = 0;
        while (from < line.length() && isBlank(line.charAt(from))) {
            from++;
        }
        int to = line.length();
        while (to > from && line.charAt(to - 1) == '\r') {
            to--;
        }
        return line.substring(from, to).equals(anchor) && line.length() >= anchor.length() + (indented ? 1 : 0);
    }

    private static boolean isBlank(char character) {
        return character == ' ' || ('\t' <= character && character <= '\r');
    }

    /** HCL cuts off the anchor, and not the blanks before it. */
    private static String joined(List<String> lines, String end) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(line).append('\n');
        }
        return text.append(end).toString();
    }

    private static String unindented(List<String> lines, String blanks) {
        List<String> shorter = new ArrayList<>();
        for (String line : lines) {
            if (!line.startsWith(blanks)) {
                return joined(lines, "");
            }
            shorter.add(line.substring(blanks.length()));
        }
        return joined(shorter, "");
    }
}
