package io.github.vaultrenderer;

import io.github.vaultrenderer.http.VaultEndpoint;
import io.github.vaultrenderer.test.VaultServer;

/** How we reach a Vault of the tests, which speaks TLS. */
final class TestEndpoint {

    private TestEndpoint() {}

    static VaultEndpoint of(VaultServer vault) {
        return VaultEndpoint.of(vault.address().toString())
                .trusting(vault.caCertificate().orElseThrow());
    }
}
