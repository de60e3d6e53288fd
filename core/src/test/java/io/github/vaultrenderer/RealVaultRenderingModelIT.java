package io.github.vaultrenderer;

import io.github.vaultrenderer.test.RealServers;
import io.github.vaultrenderer.test.TestCertificates;
import io.github.vaultrenderer.test.VaultProcess;
import io.github.vaultrenderer.test.VaultServer;

class RealVaultRenderingModelIT extends RenderingModelContract {

    @Override
    VaultServer startVault() {
        return VaultProcess.builder(RealServers.vault())
                .tls(TestCertificates.create("real-vault-ca"))
                .start();
    }
}
