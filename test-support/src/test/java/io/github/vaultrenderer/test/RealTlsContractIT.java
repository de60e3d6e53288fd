package io.github.vaultrenderer.test;

class RealTlsContractIT extends TlsContract {

    @Override
    VaultBuilder<?> builder() {
        return VaultProcess.builder(RealServers.vault());
    }
}
