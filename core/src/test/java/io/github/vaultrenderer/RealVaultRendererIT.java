package io.github.vaultrenderer;

import io.github.vaultrenderer.test.VaultExtension;

class RealVaultRendererIT extends VaultRendererContract {

    RealVaultRendererIT() {
        super(VaultExtension.real());
    }
}
