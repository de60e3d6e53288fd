package io.github.vaultrenderer.test;

class EmbeddedTlsContractTest extends TlsContract {

    @Override
    VaultBuilder<?> builder() {
        return EmbeddedVault.builder();
    }
}
