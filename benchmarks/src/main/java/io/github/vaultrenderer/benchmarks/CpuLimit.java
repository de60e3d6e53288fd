package io.github.vaultrenderer.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A control group that gets a part of a processor, as a container's CPU limit does. Needs root. */
final class CpuLimit implements AutoCloseable {

    private static final int PERIOD_MICROS = 100_000;
    private static final int MILLIS = 1000;
    private static final double MICROS = 1e6;

    private final Path group;
    private final int millis;

    private CpuLimit(Path group, int millis) {
        this.group = group;
        this.millis = millis;
    }

    /** A limit; empty where this user may not set one. */
    static Optional<CpuLimit> of(int millis) {
        String name = "vault-renderer-benchmark";
        boolean unified = Files.exists(Path.of("/sys/fs/cgroup/cgroup.controllers"));
        Path group = Path.of("/sys/fs/cgroup", unified ? name : "cpu/" + name);
        String quota = String.valueOf(PERIOD_MICROS / MILLIS * millis);
        try {
            Files.createDirectories(group);
            if (unified) {
                Files.writeString(group.resolve("cpu.max"), quota + " " + PERIOD_MICROS);
            } else {
                Files.writeString(group.resolve("cpu.cfs_period_us"), String.valueOf(PERIOD_MICROS));
                Files.writeString(group.resolve("cpu.cfs_quota_us"), quota);
            }
            return Optional.of(new CpuLimit(group, millis));
        } catch (IOException notAllowed) {
            return Optional.empty();
        }
    }

    int millis() {
        return millis;
    }

    /** Who has used up its part stands still until the period ends, so that times come in steps of one. */
    double stepSeconds() {
        return PERIOD_MICROS / MICROS;
    }

    /** The command that runs another in the group. */
    List<String> limiting(List<String> command) {
        List<String> limited = new ArrayList<>(
                List.of("sh", "-c", "echo $$ >" + group.resolve("cgroup.procs") + " && exec \"$0\" \"$@\""));
        limited.addAll(command);
        return limited;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(group);
        } catch (IOException busy) {
            throw new java.io.UncheckedIOException(busy);
        }
    }
}
