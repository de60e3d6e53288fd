package io.github.vaultrenderer.app;

import io.github.vaultrenderer.test.VaultExtension;

class EmbeddedVaultRendererApplicationTest extends RendererApplicationContract {

    EmbeddedVaultRendererApplicationTest() {
        super(VaultExtension.embedded());
    }
}
