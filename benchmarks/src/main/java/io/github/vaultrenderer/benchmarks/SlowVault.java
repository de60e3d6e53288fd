package io.github.vaultrenderer.benchmarks;

import io.github.vaultrenderer.test.EmbeddedVault;
import io.github.vaultrenderer.test.VaultProcess;
import io.github.vaultrenderer.test.VaultServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * A Vault whose answers take a while, and which counts what it is asked.
 *
 * @param server the server, as it is set up
 * @param address where those that are measured find it
 * @param begin from here on, answers take a while, and requests are counted from zero
 * @param requests how many requests came
 * @param mostInFlight how many of them were waiting for their answer at the same time, at the most
 * @param end ends it
 */
record SlowVault(
        VaultServer server, URI address, Runnable begin, IntSupplier requests, IntSupplier mostInFlight, Runnable end) {

    /** The embedded one. */
    static SlowVault embedded(EmbeddedVault vault, Duration latency) {
        Runnable begin = () -> {
            vault.faults().latency(latency);
            vault.clearRequests();
        };
        return new SlowVault(
                vault, vault.address(), begin, () -> vault.requests().size(), vault::peakInFlight, vault::close);
    }

    /** A real one, over plain HTTP. */
    static SlowVault real(Path binary, Duration latency) {
        VaultServer vault = VaultProcess.builder(binary).start();
        DelayedServer delayed = new DelayedServer(vault.address(), latency);
        Runnable end = () -> {
            delayed.close();
            vault.close();
        };
        return new SlowVault(vault, delayed.address(), delayed::clear, delayed::requests, delayed::mostInFlight, end);
    }
}
