package io.github.vaultrenderer.app;

import io.github.vaultrenderer.test.VaultExtension;

class RealVaultLoginIT extends LoginContract {

    RealVaultLoginIT() {
        super(VaultExtension.real());
    }
}
