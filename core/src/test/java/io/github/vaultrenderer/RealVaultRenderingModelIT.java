package io.github.vaultrenderer;

import io.github.vaultrenderer.test.VaultExtension;

class RealVaultRenderingModelIT extends RenderingModelContract {

    RealVaultRenderingModelIT() {
        super(VaultExtension.real());
    }
}
