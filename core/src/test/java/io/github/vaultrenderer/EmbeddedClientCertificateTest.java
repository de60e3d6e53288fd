package io.github.vaultrenderer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.failure.FailureKind;
import io.github.vaultrenderer.failure.RendererException;
import io.github.vaultrenderer.test.VaultExtension;

class EmbeddedClientCertificateTest extends ClientCertificateContract {

    EmbeddedClientCertificateTest() {
        super(VaultExtension.embedded());
    }

    /** The JDK's server closes the connection; whether its reason arrives before that is chance. */
    @Override
    void assertRefused(RendererException failure) {
        assertThat(failure.kind()).isIn(FailureKind.IDENTITY, FailureKind.UNAVAILABLE);
    }
}
