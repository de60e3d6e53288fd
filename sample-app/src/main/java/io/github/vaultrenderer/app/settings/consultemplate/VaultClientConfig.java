package io.github.vaultrenderer.app.settings.consultemplate;

import io.github.vaultrenderer.http.RequestOptions;
import java.time.Duration;

/**
 * What only the environment tells Vault's client library, below everything that consul-template itself reads.
 *
 * @param agentAddress where a Vault agent or proxy listens; stands over the address, also over {@code -vault-addr}; empty
 *     for none ({@code VAULT_AGENT_ADDR})
 * @param timeout for one answer ({@code VAULT_CLIENT_TIMEOUT}: a duration, or seconds; 60s)
 * @param maxRetries how often a request is repeated soon, before {@link RetryConfig} counts ({@code VAULT_MAX_RETRIES}; 2)
 * @param requestsPerSecond how many there may be; zero for any number ({@code VAULT_RATE_LIMIT}: a rate, or rate:burst)
 * @param burst how many of them at once ({@code VAULT_RATE_LIMIT}; the rate's whole part); zero for any number
 * @param wrapTtl how long answers are kept wrapped; empty for answers as they are ({@code VAULT_WRAP_TTL})
 * @param options further headers ({@code VAULT_HEADERS}: a JSON object of texts), and whether redirects are followed
 *     (unless {@code VAULT_DISABLE_REDIRECTS})
 * @see <a href="https://github.com/hashicorp/vault/blob/api/v1.20.0/api/client.go">Vault, package api,
 *     Config.ReadEnvironment</a>
 */
public record VaultClientConfig(
        String agentAddress,
        Duration timeout,
        int maxRetries,
        double requestsPerSecond,
        int burst,
        String wrapTtl,
        RequestOptions options) {}
