package io.github.vaultrenderer;

import io.github.vaultrenderer.test.VaultExtension;

class RealVaultChangesIT extends VaultChangesContract {

    RealVaultChangesIT() {
        super(VaultExtension.real());
    }
}
