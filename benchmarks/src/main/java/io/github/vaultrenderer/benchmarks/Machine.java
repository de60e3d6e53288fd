package io.github.vaultrenderer.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the benchmarks run on, in words. */
final class Machine {

    private static final int KILO = 1024;

    private Machine() {}

    static String description() {
        return Runtime.getRuntime().availableProcessors() + " processors (" + line("/proc/cpuinfo", "model name")
                + "), "
                + Math.round(
                        Double.parseDouble(line("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / KILO / KILO)
                + " GB, " + System.getProperty("os.name") + " " + System.getProperty("os.version");
    }

    private static String line(String file, String key) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException notLinux) {
            return "unknown";
        }
    }
}
