package io.github.vaultrenderer.http;

import io.github.vaultrenderer.failure.ConfigurationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where Vault is and how to know that it is Vault.
 *
 * @param address scheme, host and port, and a path if Vault is behind one; never with a trailing slash
 * @param namespace the Vault namespace (Enterprise); empty for the root. Community Vault ignores it
 * @param trust whose certificates are accepted
 * @param limits the client's limits
 * @param proxy the proxy that leads there; {@code null} for none
 * @param options what goes with every request
 */
public record VaultEndpoint(
        URI address,
        String namespace,
        Trust trust,
        ClientLimits limits,
        @Nullable ProxyServer proxy,
        RequestOptions options) {

    public VaultEndpoint {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(trust, "trust");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(options, "options");
    }

    /**
     * A Vault that is known by the system's certificate authorities.
     *
     * @param address for example {@code https://vault:8200}
     * @throws ConfigurationException when it is not an http or https URL
     */
    public static VaultEndpoint of(String address) {
        return new VaultEndpoint(
                checked(address), "", Trust.SYSTEM, ClientLimits.DEFAULT, null, RequestOptions.DEFAULT);
    }

    /** The same Vault, known by the certificate authorities in a PEM file and by no others. */
    public VaultEndpoint trusting(Path caFile) {
        return with(trust.withCaFile(caFile));
    }

    /** The same Vault with other rules for its certificate. */
    public VaultEndpoint with(Trust trust) {
        return new VaultEndpoint(address, namespace, trust, limits, proxy, options);
    }

    /** The same Vault with other limits. */
    public VaultEndpoint with(ClientLimits limits) {
        return new VaultEndpoint(address, namespace, trust, limits, proxy, options);
    }

    /** The same Vault in a namespace. */
    public VaultEndpoint inNamespace(@Nullable String namespace) {
        return new VaultEndpoint(address, namespace == null ? "" : namespace, trust, limits, proxy, options);
    }

    /** The same Vault behind a proxy; {@code null} for none. */
    public VaultEndpoint through(@Nullable ProxyServer proxy) {
        return new VaultEndpoint(address, namespace, trust, limits, proxy, options);
    }

    /** The same Vault, asked with other options. */
    public VaultEndpoint with(RequestOptions options) {
        return new VaultEndpoint(address, namespace, trust, limits, proxy, options);
    }

    private static URI checked(String address) {
        try {
            URI uri = new URI(address.strip());
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() != null && (scheme.equals("https") || scheme.equals("http"))) {
                String text = uri.toString();
                return text.endsWith("/") ? new URI(text.replaceAll("/+$", "")) : uri;
            }
        } catch (URISyntaxException invalid) {
            // Reported below with what to write instead.
        }
        throw new ConfigurationException(
                "Vault's address is not an http or https URL: " + address,
                "Set VAULT_ADDR (or vault-renderer.address) to a URL such as https://vault.example:8200");
    }
}
