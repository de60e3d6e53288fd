package io.github.vaultrenderer.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.test.RealServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a signal makes of the real consul-template and of ours, and of the program that either runs. */
class ConsulTemplateSignalsIT {

    private static final Path TABLE = Path.of("../docs/compatibility.md");

    @TempDir
    Path folder;

    private List<String> consulTemplate;

    @BeforeEach
    void find() {
        consulTemplate = List.of(RealServers.variable("CONSUL_TEMPLATE_BIN"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    # signal | settings                                                        | theirs  | ours    | row
                    INT      | exec { @ kill_signal = "SIGQUIT" }                              | 12 QUIT | 12 QUIT | ~~
                    INT      | exec { @ kill_signal = "SIGTERM" splay = "1h" }                 | 12 TERM | 12 TERM | ~~
                    INT      | exec { @ kill_signal = "" kill_timeout = "200ms" }              | 12      | 12      | ~~
                    TERM     | kill_signal = "SIGTERM" exec { @ kill_signal = "SIGUSR1" }      | 12 USR1 | 12 USR1 | ~~
                    INT      | exec { @ }                                                      | 12 INT  | 12 TERM | exec when a signal comes
                    TERM     | exec { @ }                                                      | 5 TERM  | 12 TERM | signals
                    TERM     | exec { @ kill_signal = "SIGQUIT" }                              | 5 TERM  | 12 QUIT | signals
                    """)
    void endsWhatRuns(String signal, String settings, String theirs, String ours, String row)
            throws IOException, InterruptedException {
        assertThat(seen(consulTemplate, settings, signal)).isEqualTo(theirs);
        assertThat(seen(SignalledRun.ours(), settings, signal)).isEqualTo(ours);
        if (!row.isEmpty()) {
            assertThat(TABLE).content().contains("| " + row + " |");
        }
    }

    @Test
    void theCommandOfATemplateGoesOnThereAndEndsHere() throws IOException, InterruptedException {
        String config = "template {\n  contents = \"x\"\n  destination = \"" + folder.resolve("f") + "\"\n  exec { "
                + command() + " timeout = \"1h\" }\n}\n";

        assertThat(SignalledRun.of(folder, consulTemplate, config, "INT", pid -> {}))
                .isEqualTo(new SignalledRun(12, List.of(), true));
        Files.delete(folder.resolve("f"));
        assertThat(SignalledRun.of(folder, SignalledRun.ours(), config, "INT", pid -> {}))
                .isEqualTo(new SignalledRun(12, List.of("TERM"), false));
        assertThat(TABLE).content().contains("| command when a signal comes |");
    }

    private String seen(List<String> program, String settings, String signal) throws IOException, InterruptedException {
        SignalledRun run = SignalledRun.of(folder, program, settings.replace("@", command()), signal, pid -> {});
        return (run.exitCode() + " " + String.join(" ", run.received())).strip();
    }

    private static String command() {
        return "command = [\"sh\", \"" + SignalledRun.CHILD_WORD + "\", \"plain\"]";
    }
}
