package io.github.vaultrenderer;

import io.github.vaultrenderer.test.VaultExtension;

class EmbeddedVaultChangesTest extends VaultChangesContract {

    EmbeddedVaultChangesTest() {
        super(VaultExtension.embedded());
    }
}
