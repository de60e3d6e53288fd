package io.github.vaultrenderer.app.settings.consultemplate;

import java.time.Duration;

/**
 * Where Vault is and how to speak to it. Empty texts are settings that were not made.
 *
 * @param enabled when not set: whether there is an address
 * @param address Vault's URL ({@code VAULT_ADDR})
 * @param namespace the namespace ({@code VAULT_NAMESPACE})
 * @param token where the token comes from
 * @param kubernetes the login for when there is none
 * @param unwrapToken whether the token is a wrapped one ({@code VAULT_UNWRAP_TOKEN}; false)
 * @param renewToken whether the token's life is prolonged ({@code VAULT_RENEW_TOKEN}; true when there is a token, unless
 *     from an agent's file)
 * @param clientUserAgent what to call ourselves to Vault; empty for the JDK's name. consul-template loses it
 *     between reading and use
 * @param defaultLeaseDuration how long an answer without a lease is believed (5m)
 * @param leaseRenewalThreshold which part of a lease passes before it is replaced (0.9)
 * @param retry how often a request that failed is repeated
 * @param ssl TLS
 * @param transport connections
 * @param client what only the environment says
 * @see <a href="https://github.com/hashicorp/consul-template/blob/v0.41.1/config/vault.go">consul-template, VaultConfig</a>
 */
public record VaultConfig(
        boolean enabled,
        String address,
        String namespace,
        TokenSource token,
        KubernetesAuth kubernetes,
        boolean unwrapToken,
        boolean renewToken,
        String clientUserAgent,
        Duration defaultLeaseDuration,
        double leaseRenewalThreshold,
        RetryConfig retry,
        SslConfig ssl,
        TransportConfig transport,
        VaultClientConfig client) {}
