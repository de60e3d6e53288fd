package io.github.vaultrenderer.app;

import io.github.vaultrenderer.test.VaultExtension;

class RealVaultAuthenticatorIT extends AuthenticatorContract {

    RealVaultAuthenticatorIT() {
        super(VaultExtension.real());
    }
}
