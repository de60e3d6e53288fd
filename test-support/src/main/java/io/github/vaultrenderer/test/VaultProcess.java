package io.github.vaultrenderer.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A real Vault, started from its binary, in memory, initialised and unsealed. */
public final class VaultProcess implements VaultServer {

    private static final Duration TIME_TO_START = Duration.ofSeconds(60);
    private static final int LOG_TAIL = 4000;

    private final Process process;
    private final URI address;
    private final @Nullable TestCertificates certificates;
    private final @Nullable TestCertificates clients;
    private final Path log;
    private String rootToken = "";
    private String unsealKey = "";

    private VaultProcess(Process process, URI address, Builder builder, Path log) {
        this.process = process;
        this.address = address;
        this.certificates = builder.certificates();
        this.clients = builder.clients();
        this.log = log;
    }

    /** Starts one with plain HTTP on a free port. */
    public static VaultProcess start(Path binary) {
        return builder(binary).start();
    }

    /** Configures one. */
    public static Builder builder(Path binary) {
        return new Builder(binary);
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public Optional<Path> caCertificate() {
        return Optional.ofNullable(certificates).map(TestCertificates::caFile);
    }

    @Override
    public Optional<TestCertificates> clientCertificates() {
        return Optional.ofNullable(clients);
    }

    @Override
    public String rootToken() {
        return rootToken;
    }

    /** Seals it: every request fails until {@link #unseal}. */
    public void seal() {
        admin().write("sys/seal", Map.of());
    }

    /** Unseals it, and waits until it is active. */
    public void unseal() {
        VaultAdmin admin = admin();
        admin.send("POST", "sys/unseal", "", Map.of("key", unsealKey));
        awaitHealth(200);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Files.deleteIfExists(log);
        } catch (IOException | InterruptedException failure) {
            process.destroyForcibly();
        }
    }

    private void initialise() {
        awaitHealth(501);
        VaultAdmin.Answer keys =
                admin().send("POST", "sys/init", "", Map.of("secret_shares", 1, "secret_threshold", 1));
        rootToken = String.valueOf(keys.body().get("root_token"));
        unsealKey = keys.body().get("keys_base64") instanceof List<?> list ? String.valueOf(list.get(0)) : "";
        unseal();
    }

    /** Waits for a state of sys/health; a process that died ends the wait. */
    private void awaitHealth(int status) {
        VaultAdmin admin = admin();
        long end = System.nanoTime() + TIME_TO_START.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (admin.send("GET", "sys/health", "", Map.of()).status() == status) {
                    return;
                }
                process.waitFor(50, TimeUnit.MILLISECONDS);
            } catch (UncheckedIOException notListening) {
                pause();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        close();
        throw new IllegalStateException("Vault did not start: " + logTail());
    }

    private void pause() {
        try {
            process.waitFor(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private String logTail() {
        try {
            String text = Files.readString(log);
            return text.substring(Math.max(0, text.length() - LOG_TAIL));
        } catch (IOException noLog) {
            return "there is no log";
        }
    }

    /** Configures a real Vault. */
    public static final class Builder extends VaultBuilder<Builder> {

        private final Path binary;

        private Builder(Path binary) {
            this.binary = binary;
        }

        /**
         * Starts it.
         *
         * @throws IllegalStateException with the end of its log when it does not come up within a minute
         */
        @Override
        public VaultProcess start() {
            try {
                int listen = port() == 0 ? freePort() : port();
                Path config = Files.createTempFile("vault", ".json");
                Path log = Files.createTempFile("vault", ".log");
                Files.writeString(config, Json.text(config(listen)));
                config.toFile().deleteOnExit();
                log.toFile().deleteOnExit();
                ProcessBuilder builder = new ProcessBuilder(binary.toString(), "server", "-config=" + config)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
                // What a developer's shell has set for the CLI must not change the server.
                builder.environment().keySet().removeIf(name -> name.startsWith("VAULT_"));
                VaultProcess vault = new VaultProcess(builder.start(), address(listen), this, log);
                vault.initialise();
                return vault;
            } catch (IOException failure) {
                throw new UncheckedIOException("cannot start " + binary, failure);
            }
        }

        @Override
        Builder self() {
            return this;
        }

        private Map<String, Object> config(int listen) {
            TestCertificates certificates = certificates();
            TestCertificates clients = clients();
            Map<String, Object> listener = new LinkedHashMap<>();
            listener.put("address", host() + ":" + listen);
            if (certificates == null) {
                listener.put("tls_disable", true);
            } else {
                listener.put(
                        "tls_cert_file", certificates.serverCertificateFile().toString());
                listener.put("tls_key_file", certificates.serverKeyFile().toString());
            }
            if (clients != null) {
                listener.put("tls_require_and_verify_client_cert", true);
                listener.put("tls_client_ca_file", clients.caFile().toString());
            }
            return Map.of(
                    "storage", Map.of("inmem", Map.of()),
                    "listener", List.of(Map.of("tcp", listener)),
                    "api_addr", address(listen).toString(),
                    "disable_mlock", true);
        }

        private URI address(int listen) {
            return URI.create((certificates() == null ? "http" : "https") + "://127.0.0.1:" + listen);
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }
    }
}
