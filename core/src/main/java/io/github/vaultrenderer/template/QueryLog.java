package io.github.vaultrenderer.template;

import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.SecretQuery;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one pass over a template asks of Vault. For one pass, and one thread.
 *
 * <p>A query that changes Vault is asked for only while nothing is missing before it: what it is made of, and whether the
 * template comes to it at all, could be another thing once the rest is known.
 */
public final class QueryLog {

    private final RenderContext context;
    private final Set<SecretQuery> used = new LinkedHashSet<>();
    private final Set<SecretQuery> missing = new LinkedHashSet<>();
    private final Set<String> toBeChanged = new HashSet<>();

    /** The log of a pass with that context. */
    public QueryLog(RenderContext context) {
        this.context = context;
    }

    /**
     * What is known of a query.
     *
     * @return {@code null} when nothing is, or when it is too early to ask: something is {@linkplain #missing() missing}
     * @throws io.github.vaultrenderer.failure.RendererException when it was fetched and cannot be had
     */
    public @Nullable Secret recall(SecretQuery query) {
        if (query.changesVault() && !missing.isEmpty()) {
            toBeChanged.add(query.path());
            return null;
        }
        // A read of what this template is about to write is to give what it wrote.
        if (toBeChanged.contains(query.path())) {
            return null;
        }
        used.add(query);
        Secret secret = context.recall(query);
        if (secret == null) {
            missing.add(query);
            if (query.changesVault()) {
                toBeChanged.add(query.path());
            }
        }
        return secret;
    }

    /** Takes back what would change Vault: the pass failed, and what failed must have no effect. */
    public void withdrawChanges() {
        missing.removeIf(SecretQuery::changesVault);
    }

    /** Every query so far. */
    public Set<SecretQuery> used() {
        return used;
    }

    /** Those of them that nothing is known of. */
    public Set<SecretQuery> missing() {
        return missing;
    }
}
