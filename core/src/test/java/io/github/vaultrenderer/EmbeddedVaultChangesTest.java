package io.github.vaultrenderer;

import io.github.vaultrenderer.test.EmbeddedVault;
import io.github.vaultrenderer.test.VaultServer;

class EmbeddedVaultChangesTest extends VaultChangesContract {

    @Override
    VaultServer startVault() {
        return EmbeddedVault.builder().tls().start();
    }
}
