package io.github.vaultrenderer.test;

class EmbeddedVaultContractTest extends VaultContract {

    EmbeddedVaultContractTest() {
        super(VaultExtension.embedded());
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
