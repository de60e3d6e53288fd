package io.github.vaultrenderer.app.settings;

import io.github.vaultrenderer.app.settings.consultemplate.Signal;
import java.time.Duration;
import java.util.List;

/**
 * A program to run.
 *
 * @param words the program and its arguments; a single text of several words is a line for the shell, which the system has
 *     to have then: our own image has none
 * @param timeout how long it may take; zero for ever
 * @param killSignal what asks it to end when a signal ends us
 * @param killTimeout how long it may take then, before it is killed
 * @param environment which variables it sees
 */
public record ExternalCommand(
        List<String> words, Duration timeout, Signal killSignal, Duration killTimeout, CommandEnvironment environment) {

    public ExternalCommand {
        words = List.copyOf(words);
    }

    /** Whether the shell has to divide it into words. */
    public boolean shellLine() {
        return words.size() == 1 && hasBlank(words.get(0).strip());
    }

    private static boolean hasBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** As it was written, for messages. */
    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
