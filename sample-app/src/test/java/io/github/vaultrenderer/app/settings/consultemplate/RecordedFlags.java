package io.github.vaultrenderer.app.settings.consultemplate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The flags that consul-template 0.41.1 declares in its cli.go. */
final class RecordedFlags {

    static final int COUNT = 78;

    private RecordedFlags() {}

    static List<String> names() throws IOException {
        try (InputStream stream = Objects.requireNonNull(RecordedFlags.class.getResourceAsStream("flags.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
