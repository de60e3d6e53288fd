package io.github.vaultrenderer.render;

import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.SecretQuery;
import io.github.vaultrenderer.secrets.SecretSource;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * What one run knows, by query. A secret that could not be had is known as such, and fails only the template that really
 * needs it: a pass over incomplete data may have asked for one that the next pass does not.
 */
final class SecretCache {

    private final SecretSource source;
    private final CertificateFiles certificates;
    private final Map<SecretQuery, Known> known = new ConcurrentHashMap<>();
    private final Queue<Object> confidential = new ConcurrentLinkedQueue<>();

    SecretCache(SecretSource source, CertificateFiles certificates) {
        this.source = source;
        this.certificates = certificates;
    }

    /**
     * What came of a query.
     *
     * @param secret the secret, or {@code null}
     * @param failure why there is none, or {@code null}
     */
    record Known(@Nullable Secret secret, @Nullable RuntimeException failure) {}

    @Nullable
    Secret recall(SecretQuery query) {
        if (query instanceof SecretQuery.Write write) {
            confidential.add(write.payload().reveal());
        }
        Known entry = known.get(query);
        if (entry == null) {
            return null;
        }
        if (entry.failure != null) {
            throw entry.failure;
        }
        return entry.secret;
    }

    /** Remembers which file the output that uses some queries is for. */
    void note(Collection<SecretQuery> queries, @Nullable Path destination) {
        if (destination != null) {
            for (SecretQuery query : queries) {
                if (query instanceof SecretQuery.IssueCertificate issue) {
                    certificates.note(issue, destination);
                }
            }
        }
    }

    /** Every value that was read, or was to be written, for redaction. */
    Collection<Object> values() {
        return List.copyOf(confidential);
    }

    /** What comes of a query, which nobody knows yet; for any thread. */
    Known fetch(SecretQuery query) {
        try {
            Secret held = query instanceof SecretQuery.IssueCertificate issue ? certificates.find(issue) : null;
            return new Known(held == null ? source.fetch(query) : held, null);
        } catch (RuntimeException failure) {
            // Of whatever kind it is: a query that is lost would be asked for again in every pass.
            return new Known(null, failure);
        }
    }

    /** Knows what came of a query. */
    void learn(SecretQuery query, Known came) {
        if (query instanceof SecretQuery.Write) {
            // Whoever asks for it from now on gets what is written.
            known.keySet().removeIf(each -> !each.changesVault() && each.path().equals(query.path()));
        }
        if (came.secret != null) {
            confidential.add(came.secret.confidential());
        }
        known.put(query, came);
    }
}
