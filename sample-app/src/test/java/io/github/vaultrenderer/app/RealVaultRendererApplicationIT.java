package io.github.vaultrenderer.app;

import io.github.vaultrenderer.test.VaultExtension;

class RealVaultRendererApplicationIT extends RendererApplicationContract {

    RealVaultRendererApplicationIT() {
        super(VaultExtension.real());
    }
}
