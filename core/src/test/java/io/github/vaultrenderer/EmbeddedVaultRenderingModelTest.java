package io.github.vaultrenderer;

import io.github.vaultrenderer.test.VaultExtension;

class EmbeddedVaultRenderingModelTest extends RenderingModelContract {

    EmbeddedVaultRenderingModelTest() {
        super(VaultExtension.embedded());
    }
}
