package io.github.vaultrenderer.app;

import io.github.vaultrenderer.failure.RendererException;
import io.github.vaultrenderer.http.TlsPreparation;
import io.github.vaultrenderer.http.Trust;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Prepares the first TLS handshake on a processor that would idle while settings and templates are read. Nothing is sent.
 */
final class HandshakePreparation {

    private HandshakePreparation() {}

    /** Begins in the background, unless Vault is not reached over TLS or there is no second processor. */
    static void start(Map<String, String> environment) {
        if (Runtime.getRuntime().availableProcessors() == 1
                || environment.getOrDefault("VAULT_ADDR", "").startsWith("http:")) {
            return;
        }
        Thread thread = new Thread(() -> makeHello(environment.getOrDefault("VAULT_CACERT", "")), "vault-renderer-tls");
        thread.setDaemon(true);
        thread.start();
    }

    private static void makeHello(String caFile) {
        try {
            TlsPreparation.makeHello(caFile.isEmpty() ? Trust.SYSTEM : Trust.SYSTEM.withCaFile(Path.of(caFile)));
        } catch (RendererException | IllegalStateException | InvalidPathException failure) {
            // The real handshake comes upon it too, where there is somebody to tell.
            return;
        }
    }
}
