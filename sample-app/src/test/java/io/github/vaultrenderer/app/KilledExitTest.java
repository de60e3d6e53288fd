package io.github.vaultrenderer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of us, and of a program that we run, when a signal ends us. */
class KilledExitTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"INT", "TERM"})
    void aSignalEndsTheProgramAndWhatItRuns(String signal) throws IOException, InterruptedException {
        Path pidFile = folder.resolve("pid");
        String config = "pid_file = \"" + pidFile
                + "\"\nexec { command = \"sh -c 'echo started; exec sleep 600'; touch ended\" }\n";

        SignalledRun run = SignalledRun.of(
                folder,
                SignalledRun.ours(),
                config,
                signal,
                pid -> assertThat(pidFile).hasContent(String.valueOf(pid)));

        assertThat(run).isEqualTo(new SignalledRun(12, List.of(), false));
        assertThat(pidFile).doesNotExist();
        assertThat(folder.resolve("ended")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    # signal | what runs it | its settings                                          | argument | what it got
                    TERM     | exec         | ~~                                                    | plain    | TERM
                    INT      | exec         | ~~                                                    | plain    | TERM
                    TERM     | exec         | kill_signal = "SIGQUIT"                               | plain    | QUIT
                    TERM     | exec         | kill_signal = "SIGINT" splay = "1h"                   | plain    | INT
                    TERM     | exec         | kill_timeout = "200ms"                                | stubborn | TERM
                    TERM     | exec         | kill_timeout = "200ms" kill_signal = "SIGUSR1"        | stubborn | USR1
                    TERM     | exec         | kill_timeout = "200ms" kill_signal = ""               | plain    |
                    TERM     | exec         | kill_signal = "SIGKILL"                               | plain    |
                    TERM     | template     | timeout = "1h"                                        | plain    | TERM
                    TERM     | template     | timeout = "1h" kill_signal = "SIGUSR1"                | plain    | USR1
                    TERM     | template     | timeout = "1h" kill_timeout = "200ms"                 | stubborn | TERM
                    """)
    void aProgramGetsItsOwnSignalAndItsTime(
            String signal, String runner, String settings, String argument, @Nullable String got)
            throws IOException, InterruptedException {
        String exec = "exec { command = [\"sh\", \"" + SignalledRun.CHILD_WORD + "\", \"" + argument + "\"] " + settings
                + " }\n";
        String config = runner.equals("exec")
                ? exec
                : template("a", exec) + template("b", "command = \"touch " + folder + "/ran\"\n");

        SignalledRun run = SignalledRun.of(folder, SignalledRun.ours(), config, signal, pid -> {});

        assertThat(run).isEqualTo(new SignalledRun(12, got == null ? List.of() : List.of(got), false));
        assertThat(folder.resolve("ran")).as("the command after it").doesNotExist();
    }

    private String template(String name, String settings) {
        return "template {\n  contents = \"x\"\n  destination = \"" + folder.resolve(name) + "\"\n  " + settings
                + "}\n";
    }
}
