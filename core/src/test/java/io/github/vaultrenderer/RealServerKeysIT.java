package io.github.vaultrenderer;

import io.github.vaultrenderer.test.RealServers;
import io.github.vaultrenderer.test.VaultBuilder;
import io.github.vaultrenderer.test.VaultProcess;

class RealServerKeysIT extends ServerKeysContract {

    @Override
    VaultBuilder<?> builder() {
        return VaultProcess.builder(RealServers.vault());
    }
}
