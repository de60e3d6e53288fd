package io.github.vaultrenderer.app;

import io.github.vaultrenderer.test.EmbeddedVault;
import io.github.vaultrenderer.test.TestCertificates;
import io.github.vaultrenderer.test.VaultServer;

class EmbeddedVaultAuthenticatorTest extends AuthenticatorContract {

    @Override
    VaultServer startVault() {
        return EmbeddedVault.builder()
                .tls(TestCertificates.create("contract-ca"))
                .start();
    }
}
