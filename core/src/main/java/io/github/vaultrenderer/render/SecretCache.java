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
    private final int concurrency;
    private final CertificateFiles certificates;
    private final Map<SecretQuery, Known> known = new ConcurrentHashMap<>();
    private final Queue<Object> confidential = new ConcurrentLinkedQueue<>();

    SecretCache(SecretSource source, int concurrency, CertificateFiles certificates) {
        this.source = source;
        this.concurrency = concurrency;
        this.certificates = certificates;
    }

    private record Known(@Nullable Secret secret, @Nullable RuntimeException failure) {}

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

    /** Fetches all of them, several at a time. */
    void fetch(Collection<SecretQuery> queries) {
        List<SecretQuery> remaining = List.copyOf(queries);
        // The first of all alone: it brings the token and the mount that the others share, and most runs have no other.
        if (known.isEmpty()) {
            fetchOne(remaining.get(0));
            remaining = remaining.subList(1, remaining.size());
        }
        if (!remaining.isEmpty()) {
            // The source ends every fetch at its deadline, so that this does end.
            Workers.forEach(remaining, concurrency, this::fetchOne);
        }
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

    private void fetchOne(SecretQuery query) {
        if (query instanceof SecretQuery.Write) {
            // Whoever asks for it from now on gets what is written.
            known.keySet().removeIf(each -> !each.changesVault() && each.path().equals(query.path()));
        }
        try {
            Secret held = query instanceof SecretQuery.IssueCertificate issue ? certificates.find(issue) : null;
            Secret secret = held == null ? source.fetch(query) : held;
            confidential.add(secret.confidential());
            known.put(query, new Known(secret, null));
        } catch (RuntimeException failure) {
            // Of whatever kind it is: a query that is lost would be asked for again in every pass.
            known.put(query, new Known(null, failure));
        }
    }
}
