package io.github.vaultrenderer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.failure.FailureKind;
import io.github.vaultrenderer.failure.RendererException;
import io.github.vaultrenderer.test.VaultExtension;

class RealClientCertificateIT extends ClientCertificateContract {

    RealClientCertificateIT() {
        super(VaultExtension.real());
    }

    @Override
    void assertRefused(RendererException failure) {
        assertThat(failure.kind()).as(failure.toString()).isEqualTo(FailureKind.IDENTITY);
        assertThat(failure.kind().retryable()).isFalse();
        assertThat(failure.getMessage()).contains("did not accept our certificate, or wants one");
        assertThat(failure.action()).contains("Show it a client certificate that it trusts");
    }
}
