package io.github.vaultrenderer.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * What a signal made of a program, sent when what it runs has said {@code started}.
 *
 * @param exitCode the program's exit code
 * @param received the signals that what it ran got, in their order
 * @param goesOn whether something that it ran was still there after its end
 */
record SignalledRun(int exitCode, List<String> received, boolean goesOn) {

    /** Notes each signal that it gets, and ends at the first unless it is told to be stubborn. */
    private static final String CHILD = """
            for name in INT QUIT TERM USR1; do
              trap "echo $name >> signals; [ '$1' = stubborn ] || exit 5" $name
            done
            echo started
            while :; do sleep 0.1; done
            """;

    private static final String IGNORED = "SigIgn:";
    private static final int INTERRUPT = 2;

    /** The word that a configuration has for the program that notes its signals. */
    static final String CHILD_WORD = "@CHILD@";

    /**
     * Runs a program in a folder.
     *
     * @param config what it is told; {@link #CHILD_WORD} in it is the path of the program that notes its signals
     * @param whileRunning is given its process's number
     */
    static SignalledRun of(Path folder, List<String> command, String config, String signal, LongConsumer whileRunning)
            throws IOException, InterruptedException {
        assumeFalse(
                (signal + config).contains("INT") && isInterruptIgnored(),
                "Started where SIGINT is ignored, as in a shell's background: so is it by what is started here.");
        Path child = Files.writeString(folder.resolve("child.sh"), CHILD);
        Path file = Files.writeString(folder.resolve("c.hcl"), config.replace(CHILD_WORD, child.toString()));
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of("-once", "-vault-renew-token=false", "-config", file.toString()));
        Process program = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        List<ProcessHandle> started = new ArrayList<>();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(output.readLine()).isEqualTo("started");
            whileRunning.accept(program.pid());
            started.addAll(program.descendants().toList());
            assertThat(started).isNotEmpty();
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + program.pid())
                    .start()
                    .waitFor();
            assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
            boolean goesOn = started.stream().anyMatch(ProcessHandle::isAlive);
            return new SignalledRun(program.exitValue(), received(folder), goesOn);
        } finally {
            started.forEach(ProcessHandle::destroyForcibly);
            program.destroyForcibly();
        }
    }

    /** A program inherits it, and Java leaves it so: proc_pid_status(5). */
    private static boolean isInterruptIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(IGNORED))
                .map(line -> new BigInteger(line.substring(IGNORED.length()).strip(), 16))
                .anyMatch(signals -> signals.testBit(INTERRUPT - 1));
    }

    /** Our own program. */
    static List<String> ours() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                RendererApplication.class.getName(),
                "consul-template");
    }

    private static List<String> received(Path folder) throws IOException {
        Path file = folder.resolve("signals");
        if (!Files.exists(file)) {
            return List.of();
        }
        List<String> received = Files.readAllLines(file);
        Files.delete(file);
        return received;
    }
}
