package io.github.vaultrenderer.app;

import io.github.vaultrenderer.failure.ConfigurationException;
import java.util.List;

/** What {@code vault-renderer} is told to do by its first argument; to render when that is an option or there is none. */
enum Subcommand {
    RENDER("render", "render the configured templates and end; what happens without a subcommand"),
    LOGIN("login", "log in only, and leave or print what is asked for"),
    HELP("help", "print this text; so does --help");

    private final String word;
    private final String summary;

    Subcommand(String word, String summary) {
        this.word = word;
        this.summary = summary;
    }

    /** How it is called. */
    String word() {
        return word;
    }

    /** What it does, for the help text. */
    String summary() {
        return summary;
    }

    /**
     * The one that the arguments begin with.
     *
     * @throws ConfigurationException when they begin with a word that is none
     */
    static Subcommand of(List<String> arguments) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            return HELP;
        }
        if (!beginWithWord(arguments)) {
            return RENDER;
        }
        for (Subcommand subcommand : values()) {
            if (subcommand.word.equals(arguments.get(0))) {
                return subcommand;
            }
        }
        throw new ConfigurationException(
                "vault-renderer has no subcommand \"" + arguments.get(0) + "\"",
                "vault-renderer --help lists those that it has.");
    }

    /** The arguments behind the subcommand. */
    static List<String> rest(List<String> arguments) {
        return beginWithWord(arguments) ? arguments.subList(1, arguments.size()) : arguments;
    }

    private static boolean beginWithWord(List<String> arguments) {
        return !arguments.isEmpty() && !arguments.get(0).startsWith("-");
    }
}
