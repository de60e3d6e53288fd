package io.github.vaultrenderer.app;

import io.github.vaultrenderer.test.VaultExtension;

class EmbeddedVaultLoginTest extends LoginContract {

    EmbeddedVaultLoginTest() {
        super(VaultExtension.embedded());
    }
}
