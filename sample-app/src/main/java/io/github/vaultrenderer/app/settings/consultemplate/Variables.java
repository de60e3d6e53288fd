package io.github.vaultrenderer.app.settings.consultemplate;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The environment, as consul-template looks into it: below what files and flags say.
 *
 * @param environment all variables
 */
record Variables(Map<String, String> environment) {

    /** The first of these variables that is not empty, without blanks around it; else the default. */
    String text(String otherwise, String... names) {
        for (String name : names) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value.strip();
            }
        }
        return otherwise;
    }

    /** What a variable says; {@code null} if it says neither true nor false, or nothing. */
    @Nullable
    Boolean truth(String name) {
        try {
            return GoText.truth(environment.getOrDefault(name, ""));
        } catch (MalformedValueException neither) {
            return null;
        }
    }
}
