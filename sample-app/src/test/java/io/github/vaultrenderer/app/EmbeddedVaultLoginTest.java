package io.github.vaultrenderer.app;

import io.github.vaultrenderer.test.EmbeddedVault;
import io.github.vaultrenderer.test.TestCertificates;
import io.github.vaultrenderer.test.VaultServer;

class EmbeddedVaultLoginTest extends LoginContract {

    @Override
    VaultServer startVault() {
        return EmbeddedVault.builder()
                .tls(TestCertificates.create("contract-ca"))
                .start();
    }
}
