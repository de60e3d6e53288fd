package io.github.vaultrenderer.http;

import io.github.vaultrenderer.failure.ConfigurationException;
import java.time.Duration;

/**
 * What one renderer may ask of Vault and wait for.
 *
 * @param connectTimeout for a connection to be there; 5 s by default
 * @param readTimeout for an answer to come; 60 s by default, as Vault's own client. A TokenReview that cannot reach the
 *     Kubernetes API takes Vault about 30 s
 * @param inFlight requests at the same time; 32 by default
 */
public record ClientLimits(Duration connectTimeout, Duration readTimeout, int inFlight) {

    /** The defaults named above. */
    public static final ClientLimits DEFAULT = new ClientLimits(Duration.ofSeconds(5), Duration.ofSeconds(60), 32);

    /**
     * Checks them.
     *
     * @throws ConfigurationException when a timeout is not above zero, or no request may be under way
     */
    public ClientLimits {
        if (connectTimeout.isNegative()
                || connectTimeout.isZero()
                || readTimeout.isNegative()
                || readTimeout.isZero()) {
            throw new ConfigurationException(
                    "a timeout for Vault is not above zero",
                    "Set vault-renderer.connect-timeout and vault-renderer.read-timeout to times such as 5s.");
        }
        if (inFlight < 1) {
            throw new ConfigurationException(
                    "no request to Vault may be under way", "Set vault-renderer.max-in-flight to 1 or more.");
        }
    }
}
