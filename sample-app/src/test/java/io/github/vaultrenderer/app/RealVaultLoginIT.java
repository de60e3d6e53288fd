package io.github.vaultrenderer.app;

import io.github.vaultrenderer.test.RealServers;
import io.github.vaultrenderer.test.TestCertificates;
import io.github.vaultrenderer.test.VaultProcess;
import io.github.vaultrenderer.test.VaultServer;

class RealVaultLoginIT extends LoginContract {

    @Override
    VaultServer startVault() {
        return VaultProcess.builder(RealServers.vault())
                .tls(TestCertificates.create("contract-ca"))
                .start();
    }
}
