package io.github.vaultrenderer.test;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** A running Vault, embedded or real. */
public sealed interface VaultServer extends AutoCloseable permits EmbeddedVault, VaultProcess {

    /** Its address as seen from this machine, for example {@code https://127.0.0.1:41234}. */
    URI address();

    /** The PEM file of the certificate authority that signed its certificate; empty without TLS. */
    Optional<Path> caCertificate();

    /** The certificates of clients that it lets in, where it asks for one; empty otherwise. */
    Optional<TestCertificates> clientCertificates();

    /** A token that may do everything. */
    String rootToken();

    /** Sets it up, with the root token. */
    default VaultAdmin admin() {
        return new VaultAdmin(this);
    }

    @Override
    void close();
}
