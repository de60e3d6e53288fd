package io.github.vaultrenderer.app.settings.consultemplate;

import java.util.List;

/**
 * What the arguments say.
 *
 * @param help whether they ask for help; then nothing after that was read
 * @param version whether they ask for the version
 * @param dry whether to print instead of writing
 * @param configPaths of {@code -config}, in their order
 * @param layer all other settings
 */
record Flags(boolean help, boolean version, boolean dry, List<String> configPaths, Layer layer) {

    Flags {
        configPaths = List.copyOf(configPaths);
    }
}
