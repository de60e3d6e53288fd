package io.github.vaultrenderer.test;

import org.jspecify.annotations.Nullable;

/**
 * How a Vault listens, embedded or real: with plain HTTP on a free port of {@code 127.0.0.1}, unless it is told otherwise.
 *
 * @param <B> the builder itself
 */
public abstract sealed class VaultBuilder<B extends VaultBuilder<B>>
        permits EmbeddedVault.Builder, VaultProcess.Builder {

    private @Nullable TestCertificates certificates;
    private @Nullable TestCertificates clients;
    private String host = "127.0.0.1";
    private int port;

    VaultBuilder() {}

    /** Serves TLS with a new certificate for {@code 127.0.0.1} and {@code localhost}. */
    public final B tls() {
        return tls(TestCertificates.create("vault-ca"));
    }

    /** Serves TLS with these certificates. */
    public final B tls(TestCertificates certificates) {
        this.certificates = certificates;
        return self();
    }

    /** Refuses clients that show no certificate of that authority; works with TLS only. */
    public final B requiringClients(TestCertificates clients) {
        this.clients = clients;
        return self();
    }

    /** The address to listen at; {@code 0.0.0.0} for pods to reach it. */
    public final B host(String host) {
        this.host = host;
        return self();
    }

    /** The port to listen at; 0 for a free one. */
    public final B port(int port) {
        this.port = port;
        return self();
    }

    /** Starts it. */
    public abstract VaultServer start();

    abstract B self();

    final @Nullable TestCertificates certificates() {
        return certificates;
    }

    final @Nullable TestCertificates clients() {
        return clients;
    }

    final String host() {
        return host;
    }

    final int port() {
        return port;
    }
}
