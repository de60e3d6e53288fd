package io.github.vaultrenderer.test;

class RealVaultContractIT extends VaultContract {

    @Override
    VaultServer startVault() {
        return VaultProcess.builder(RealServers.vault())
                .tls(TestCertificates.create("real-vault-ca"))
                .start();
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
