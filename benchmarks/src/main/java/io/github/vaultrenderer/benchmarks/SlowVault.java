package io.github.vaultrenderer.benchmarks;

import io.github.vaultrenderer.test.EmbeddedVault;
import io.github.vaultrenderer.test.VaultProcess;
import io.github.vaultrenderer.test.VaultServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** A Vault whose answers take a while, and which counts what it is asked. */
interface SlowVault extends AutoCloseable {

    /** The server, as it is set up. */
    VaultServer server();

    /** Where those that are measured find it. */
    URI address();

    /** From here on, answers take a while, and requests are counted from zero. */
    void begin();

    /** How many requests came. */
    int requests();

    /** How many of them were waiting for their answer at the same time, at the most. */
    int mostInFlight();

    /** Ends the server. */
    @Override
    void close();

    /** The embedded one. */
    static SlowVault embedded(EmbeddedVault vault, Duration latency) {
        return new SlowVault() {
            @Override
            public VaultServer server() {
                return vault;
            }

            @Override
            public URI address() {
                return vault.address();
            }

            @Override
            public void begin() {
                vault.faults().latency(latency);
                vault.clearRequests();
            }

            @Override
            public int requests() {
                return vault.requests().size();
            }

            @Override
            public int mostInFlight() {
                return vault.peakInFlight();
            }

            @Override
            public void close() {
                vault.close();
            }
        };
    }

    /** A real one, over plain HTTP. */
    static SlowVault real(Path binary, Duration latency) {
        VaultServer vault = VaultProcess.builder(binary).start();
        DelayedServer delayed = new DelayedServer(vault.address(), latency);
        return new SlowVault() {
            @Override
            public VaultServer server() {
                return vault;
            }

            @Override
            public URI address() {
                return delayed.address();
            }

            @Override
            public void begin() {
                delayed.clear();
            }

            @Override
            public int requests() {
                return delayed.requests();
            }

            @Override
            public int mostInFlight() {
                return delayed.mostInFlight();
            }

            @Override
            public void close() {
                delayed.close();
                vault.close();
            }
        };
    }
}
