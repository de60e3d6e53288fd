package io.github.vaultrenderer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a program that we run when a signal ends us. */
class KilledExitTest {

    /** Notes each signal that it gets, and ends at the first unless it is told to be stubborn. */
    private static final String CHILD = """
            for name in INT QUIT TERM USR1; do
              trap "echo $name >> signals; [ \"$1\" = stubborn ] || exit 0" $name
            done
            echo started
            while :; do sleep 600; done
            """;

    private static final String SHELL_LINE = "exec { command = \"sh -c 'echo started; exec sleep 600'; echo ended\" }";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"INT", "TERM"})
    void aSignalEndsTheProgramAndWhatItRuns(String signal) throws IOException, InterruptedException {
        assertThat(linesAfter(signal, SHELL_LINE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    # signal | what runs it | its settings                                          | arguments | what it got
                    TERM     | exec         | ~~                                                    | plain     | TERM
                    INT      | exec         | ~~                                                    | plain     | TERM
                    TERM     | exec         | kill_signal = "SIGQUIT"                               | plain     | QUIT
                    TERM     | exec         | kill_signal = "SIGINT" splay = "1h"                   | plain     | INT
                    TERM     | exec         | kill_timeout = "200ms"                                | stubborn  | TERM
                    TERM     | exec         | kill_timeout = "200ms" kill_signal = "SIGUSR1"        | stubborn  | USR1
                    TERM     | exec         | kill_timeout = "200ms" kill_signal = ""               | plain     |
                    TERM     | exec         | kill_signal = "SIGKILL"                               | plain     |
                    TERM     | template     | timeout = "1h"                                        | plain     | TERM
                    TERM     | template     | timeout = "1h" kill_signal = "SIGUSR1"                | plain     | USR1
                    TERM     | template     | timeout = "1h" kill_timeout = "200ms"                 | stubborn  | TERM
                    """)
    void aProgramGetsItsOwnSignalAndItsTime(
            String signal, String runner, String settings, String argument, @Nullable String got)
            throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("child.sh"), CHILD);
        String exec = "exec { command = [\"sh\", \"" + script + "\", \"" + argument + "\"] " + settings + " }\n";
        String config = runner.equals("exec")
                ? exec
                : template("a", exec) + template("b", "command = \"touch " + folder + "/ran\"\n");

        // The shell has words of its own for a signal.
        assertThat(linesAfter(signal, config)).doesNotContain("started");

        if (got == null) {
            assertThat(folder.resolve("signals")).doesNotExist();
        } else {
            assertThat(folder.resolve("signals")).hasContent(got);
        }
        assertThat(folder.resolve("ran")).as("the command after it").doesNotExist();
    }

    private String template(String name, String settings) {
        return "template {\n  contents = \"x\"\n  destination = \"" + folder.resolve(name) + "\"\n  " + settings
                + "}\n";
    }

    /** Runs it, sends the signal when its program has started, and waits for the end; gives what is printed after that. */
    private List<String> linesAfter(String signal, String settings) throws IOException, InterruptedException {
        Path pidFile = folder.resolve("pid");
        Path config = Files.writeString(folder.resolve("c.hcl"), "pid_file = \"" + pidFile + "\"\n" + settings + "\n");
        Process program = program(config);
        List<ProcessHandle> started = new ArrayList<>();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(output.readLine()).isEqualTo("started");
            assertThat(pidFile).hasContent(String.valueOf(program.pid()));
            started.addAll(program.descendants().toList());
            assertThat(started).isNotEmpty();

            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + program.pid())
                    .start()
                    .waitFor();

            assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(program.exitValue()).isEqualTo(12);
            assertThat(pidFile).doesNotExist();
            for (ProcessHandle handle : started) {
                handle.onExit().orTimeout(60, TimeUnit.SECONDS).join();
            }
            return output.lines().toList();
        } finally {
            started.forEach(ProcessHandle::destroyForcibly);
            program.destroyForcibly();
        }
    }

    private Process program(Path config) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        RendererApplication.class.getName(),
                        "consul-template",
                        "-once",
                        "-config",
                        config.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }
}
