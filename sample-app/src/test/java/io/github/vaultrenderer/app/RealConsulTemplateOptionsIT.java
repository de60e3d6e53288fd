package io.github.vaultrenderer.app;

import io.github.vaultrenderer.test.RealServers;
import io.github.vaultrenderer.test.TestCertificates;
import io.github.vaultrenderer.test.VaultProcess;
import io.github.vaultrenderer.test.VaultServer;

class RealConsulTemplateOptionsIT extends ConsulTemplateOptionsContract {

    @Override
    VaultServer startVault(TestCertificates clients) {
        return VaultProcess.builder(RealServers.vault())
                .tls(TestCertificates.create("server-ca"))
                .requiringClients(clients)
                .start();
    }
}
