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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KilledExitTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"INT", "TERM"})
    void aSignalEndsTheProgramAndWhatItRuns(String signal) throws IOException, InterruptedException {
        Path pidFile = folder.resolve("pid");
        Path config = Files.writeString(
                folder.resolve("c.hcl"),
                "pid_file = \"" + pidFile
                        + "\"\nexec { command = \"sh -c 'echo started; exec sleep 600'; echo ended\" }\n");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        RendererApplication.class.getName(),
                        "consul-template",
                        "-once",
                        "-config",
                        config.toString())
                .redirectErrorStream(true)
                .start();
        List<ProcessHandle> started = new ArrayList<>();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(output.readLine()).isEqualTo("started");
            assertThat(pidFile).hasContent(String.valueOf(program.pid()));
            started.addAll(program.descendants().toList());
            assertThat(started).as("the shell, and what it runs").hasSizeGreaterThanOrEqualTo(2);

            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + program.pid())
                    .start()
                    .waitFor();

            assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(program.exitValue()).isEqualTo(12);
            assertThat(pidFile).doesNotExist();
            for (ProcessHandle handle : started) {
                handle.onExit().orTimeout(60, TimeUnit.SECONDS).join();
            }
            assertThat(output.readLine()).isNull();
        } finally {
            started.forEach(ProcessHandle::destroyForcibly);
            program.destroyForcibly();
        }
    }
}
