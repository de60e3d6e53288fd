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

    /** Begins in the background, unless there is no second processor. */
    static void start(Map<String, String> environment) {
        if (Runtime.getRuntime().availableProcessors() == 1) {
            return;
        }
        Thread thread = new Thread(() -> run(environment), "vault-renderer-preparation");
        thread.setDaemon(true);
        thread.start();
    }

    private static void run(Map<String, String> environment) {
        if (!environment.getOrDefault("VAULT_ADDR", "").startsWith("http:")) {
            handshake(environment.getOrDefault("VAULT_CACERT", ""));
        }
        ConnectionPreparation.answer();
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
