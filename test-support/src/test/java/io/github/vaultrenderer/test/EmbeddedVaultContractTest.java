package io.github.vaultrenderer.test;

class EmbeddedVaultContractTest extends VaultContract {

    @Override
    VaultServer startVault() {
        return EmbeddedVault.builder().tls().start();
    }

    @Override
    void seal(VaultServer server) {
        ((EmbeddedVault) server).faults().seal();
    }

    @Override
    void unseal(VaultServer server) {
        ((EmbeddedVault) server).faults().unseal();
    }
}
