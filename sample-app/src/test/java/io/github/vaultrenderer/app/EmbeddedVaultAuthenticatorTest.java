package io.github.vaultrenderer.app;

import io.github.vaultrenderer.test.VaultExtension;

class EmbeddedVaultAuthenticatorTest extends AuthenticatorContract {

    EmbeddedVaultAuthenticatorTest() {
        super(VaultExtension.embedded());
    }
}
