package io.github.vaultrenderer.secrets;

import java.time.Duration;

/**
 * How long Vault lets a dynamic secret live.
 *
 * @param id the lease's identifier; empty for a secret without one
 * @param duration its length from the answer on; zero for a secret without one
 * @param renewable whether Vault would prolong it
 * @see <a href="https://developer.hashicorp.com/vault/docs/concepts/lease">Lease, renew, and revoke</a>
 */
public record Lease(String id, Duration duration, boolean renewable) {

    /** A secret that has no lease. */
    public static final Lease NONE = new Lease("", Duration.ZERO, false);

    /** Whether the secret dies with the token that read it. */
    public boolean bound() {
        return !id.isEmpty();
    }
}
