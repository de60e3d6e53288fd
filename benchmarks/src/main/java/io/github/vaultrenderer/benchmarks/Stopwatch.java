package io.github.vaultrenderer.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a command and takes its time, its processor time and its greatest memory, all its children's included. */
final class Stopwatch {

    private static final double KILO = 1000;

    private final Path folder;
    private final Path root;

    /**
     * @param folder for what commands print and GNU time writes
     * @param root where commands run
     */
    Stopwatch(Path folder, Path root) {
        this.folder = folder;
        this.root = root;
    }

    Sample run(Contestant contestant) {
        Path measured = folder.resolve("time");
        Path printed = folder.resolve("output");
        List<String> command = new ArrayList<>(List.of("time", "-q", "-o", measured.toString(), "-f", "%U %S %M"));
        command.addAll(contestant.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().keySet().retainAll(List.of("PATH"));
        builder.environment().putAll(contestant.environment());
        try {
            long start = System.nanoTime();
            int exitCode = builder.start().waitFor();
            Sample sample = Sample.since(start);
            if (exitCode != 0) {
                throw new IllegalStateException(
                        contestant.name() + " ended with " + exitCode + ": " + Files.readString(printed));
            }
            String[] figures = Files.readString(measured).strip().split(" ", 3);
            return sample.with(Sample.CPU_SECONDS, Double.parseDouble(figures[0]) + Double.parseDouble(figures[1]))
                    .with(Sample.PEAK_MEGABYTES, Double.parseDouble(figures[2]) / KILO);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot run GNU time, which has to be on the PATH", failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
