package io.github.vaultrenderer.test;

class RealVaultContractIT extends VaultContract {

    RealVaultContractIT() {
        super(VaultExtension.real());
    }

    @Override
    void seal(VaultServer server) {
        ((VaultProcess) server).seal();
    }

    @Override
    void unseal(VaultServer server) {
        ((VaultProcess) server).unseal();
    }
}
