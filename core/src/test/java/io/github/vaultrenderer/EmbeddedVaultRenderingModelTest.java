package io.github.vaultrenderer;

import io.github.vaultrenderer.test.EmbeddedVault;
import io.github.vaultrenderer.test.VaultServer;

class EmbeddedVaultRenderingModelTest extends RenderingModelContract {

    @Override
    VaultServer startVault() {
        return EmbeddedVault.builder().tls().start();
    }
}
