package io.github.vaultrenderer.app.settings.consultemplate;

import java.util.Locale;

/**
 * Values as Go reads them from a text.
 *
 * @see <a href="https://pkg.go.dev/strconv">Go, strconv</a>
 */
final class GoText {

    private static final int MOST_MODE = 07777;

    private GoText() {}

    /** As {@code strconv.ParseBool}. */
    static boolean truth(String text) throws MalformedValueException {
        return switch (text) {
            case "1", "t", "T", "TRUE", "true", "True" -> true;
            case "0", "f", "F", "FALSE", "false", "False" -> false;
            default -> throw new MalformedValueException("true or false");
        };
    }

    /** As {@code strconv.ParseInt(s, 10, 32)}. */
    static long whole(String text) throws MalformedValueException {
        try {
            if (isAscii(text)) {
                return Integer.parseInt(text);
            }
        } catch (NumberFormatException wrong) {
            // Told below.
        }
        throw new MalformedValueException("a whole number");
    }

    /** As {@code strconv.ParseUint(s, 8, 12)}. */
    static long mode(String text) throws MalformedValueException {
        try {
            if (isAscii(text) && !text.startsWith("+") && !text.startsWith("-")) {
                long mode = Long.parseLong(text, 8);
                if (mode <= MOST_MODE) {
                    return mode;
                }
            }
        } catch (NumberFormatException wrong) {
            // Told below.
        }
        throw new MalformedValueException("permissions in octal digits, as \"0644\"");
    }

    static Signal signal(String text) throws MalformedValueException {
        try {
            return Signal.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new MalformedValueException("a signal's name, as SIGHUP");
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }
}
