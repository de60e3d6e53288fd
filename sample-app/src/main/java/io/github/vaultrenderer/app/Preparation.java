package io.github.vaultrenderer.app;

import io.github.vaultrenderer.failure.RendererException;
import io.github.vaultrenderer.http.ConnectionPreparation;
import io.github.vaultrenderer.http.Trust;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** Prepares the first request to Vault, on a processor that would idle while settings and templates are read. */
final class Preparation {

    private Preparation() {}

    /** Begins in the background, unless there is no second processor or Vault is spoken to without TLS. */
    static void start(Map<String, String> environment) {
        if (Runtime.getRuntime().availableProcessors() == 1
                || environment.getOrDefault("VAULT_ADDR", "").startsWith("http:")) {
            return;
        }
        String caFile = environment.getOrDefault("VAULT_CACERT", "");
        Thread thread = new Thread(() -> handshake(caFile), "vault-renderer-preparation");
        thread.setDaemon(true);
        thread.start();
    }

    private static void handshake(String caFile) {
        try {
            ConnectionPreparation.handshake(caFile.isEmpty() ? Trust.SYSTEM : Trust.SYSTEM.withCaFile(Path.of(caFile)));
        } catch (RendererException | IllegalStateException | InvalidPathException failure) {
            // The real handshake comes upon it too, where there is somebody to tell.
            return;
        }
    }
}
