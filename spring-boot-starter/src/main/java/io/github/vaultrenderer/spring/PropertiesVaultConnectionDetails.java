package io.github.vaultrenderer.spring;

import io.github.vaultrenderer.auth.KubernetesLogin;
import io.github.vaultrenderer.auth.ServiceAccountTokenFile;
import io.github.vaultrenderer.auth.TokenLogin;
import io.github.vaultrenderer.auth.VaultLogin;
import io.github.vaultrenderer.failure.ConfigurationException;
import io.github.vaultrenderer.http.ClientCertificate;
import io.github.vaultrenderer.http.ClientLimits;
import io.github.vaultrenderer.http.Trust;
import io.github.vaultrenderer.http.VaultEndpoint;
import io.github.vaultrenderer.redact.Sensitive;
import java.nio.file.Path;
import java.util.Objects;

/** Vault as the properties name it. */
final class PropertiesVaultConnectionDetails implements VaultConnectionDetails {

    private final VaultRendererProperties properties;

    PropertiesVaultConnectionDetails(VaultRendererProperties properties) {
        this.properties = properties;
    }

    @Override
    public VaultEndpoint endpoint() {
        if (properties.address() == null) {
            throw new ConfigurationException(
                    "Vault's address is not set", "Set vault-renderer.address (or VAULT_ADDR).");
        }
        return VaultEndpoint.of(properties.address())
                .inNamespace(properties.namespace())
                .with(trust(properties.tls()))
                .with(new ClientLimits(
                        properties.connectTimeout(), properties.readTimeout(), properties.maxInFlight()));
    }

    @Override
    public VaultLogin login() {
        if (properties.role() != null) {
            return new KubernetesLogin(
                    properties.role(),
                    properties.mountPath(),
                    new ServiceAccountTokenFile(properties.serviceAccountTokenFile()));
        }
        if (properties.token() != null) {
            return TokenLogin.of(Sensitive.of(properties.token()));
        }
        if (properties.tokenFile() != null) {
            return TokenLogin.fromFile(properties.tokenFile());
        }
        throw new ConfigurationException(
                "there is no way to get a Vault token",
                "Set vault-renderer.role (or VAULT_ROLE) for a Kubernetes login, or vault-renderer.token-file.");
    }

    private static Trust trust(VaultRendererProperties.Tls tls) {
        Trust trust = new Trust(tls.caPem(), tls.caFile(), tls.caFolder(), tls.serverName(), !tls.skipVerify());
        Path certificate = tls.clientCertificate();
        return certificate == null
                ? trust
                : trust.withClient(
                        new ClientCertificate(certificate, Objects.requireNonNullElse(tls.clientKey(), certificate)));
    }
}
