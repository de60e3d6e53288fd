package io.github.vaultrenderer;

import io.github.vaultrenderer.test.EmbeddedVault;
import io.github.vaultrenderer.test.VaultBuilder;

class EmbeddedServerKeysTest extends ServerKeysContract {

    @Override
    VaultBuilder<?> builder() {
        return EmbeddedVault.builder();
    }
}
