package io.github.vaultrenderer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.failure.FailureKind;
import io.github.vaultrenderer.failure.RendererException;
import io.github.vaultrenderer.test.EmbeddedVault;
import io.github.vaultrenderer.test.TestCertificates;
import io.github.vaultrenderer.test.VaultServer;

class EmbeddedClientCertificateTest extends ClientCertificateContract {

    @Override
    VaultServer startVault(TestCertificates server, TestCertificates clients) {
        return EmbeddedVault.builder().tls(server).requiringClients(clients).start();
    }

    /** The JDK's server closes the connection; whether its reason arrives before that is chance. */
    @Override
    void assertRefused(RendererException failure) {
        assertThat(failure.kind()).isIn(FailureKind.IDENTITY, FailureKind.UNAVAILABLE);
    }
}
