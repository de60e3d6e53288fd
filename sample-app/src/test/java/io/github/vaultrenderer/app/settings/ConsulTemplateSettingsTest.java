package io.github.vaultrenderer.app.settings;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsulTemplateSettingsTest {

    private static final VaultVariables NONE = new VaultVariables(Map.of());

    @TempDir
    private Path folder;

    @Test
    void checksAllBeforeItRefusesToWatch() throws IOException {
        String wrong =
                Files.writeString(folder.resolve("wrong.hcl"), "nope = 1").toString();
        assertThatThrownBy(() -> ConsulTemplateSettings.plan(List.of("-config", wrong), NONE))
                .isInstanceOf(ConsulTemplateSettings.BadConfiguration.class);
        assertThatThrownBy(() -> ConsulTemplateSettings.plan(List.of("-nope"), NONE))
                .isInstanceOf(ConsulTemplateSettings.BadArguments.class);
        assertThatThrownBy(() -> ConsulTemplateSettings.plan(List.of(), NONE))
                .isInstanceOf(ConsulTemplateSettings.Unsupported.class);
    }

    @Test
    void saysWhyOnceInAFileDidNotHelp() throws IOException {
        String file = Files.writeString(folder.resolve("a.hcl"), "once = true").toString();
        assertThatThrownBy(() -> ConsulTemplateSettings.plan(List.of("-config", file), NONE))
                .isInstanceOf(ConsulTemplateSettings.Unsupported.class)
                .hasMessageContaining("only -once is supported")
                .hasMessageEndingWith("once = true in a file has no effect, as in consul-template; -once has");
    }
}
