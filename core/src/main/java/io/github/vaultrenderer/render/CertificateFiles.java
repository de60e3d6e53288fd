package io.github.vaultrenderer.render;

import io.github.vaultrenderer.secrets.IssuedCertificate;
import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.SecretQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Certificates that an earlier run left in the files that are now to be rendered again. One that is still good is used
 * again, so that a restart does not have a new one issued.
 */
final class CertificateFiles {

    /** No certificate with its key and authorities is nearly as long. */
    private static final long LONGEST = 1024 * 1024;

    private final InstantSource clock;
    private final double renewal;
    private final Map<SecretQuery.IssueCertificate, Set<Path>> destinations = new ConcurrentHashMap<>();

    CertificateFiles(InstantSource clock, double renewal) {
        this.clock = clock;
        this.renewal = renewal;
    }

    /** A query's answer goes to that file, among others. */
    void note(SecretQuery.IssueCertificate query, Path destination) {
        destinations.computeIfAbsent(query, first -> new LinkedHashSet<>()).add(destination);
    }

    /** The certificate that the files hold; {@code null} when there is none, or it is to be renewed. */
    @Nullable
    Secret find(SecretQuery.IssueCertificate query) {
        List<byte[]> contents = new ArrayList<>();
        for (Path file : destinations.getOrDefault(query, Set.of())) {
            byte[] content = content(file);
            if (content != null) {
                contents.add(content);
            }
        }
        if (contents.isEmpty()) {
            return null;
        }
        IssuedCertificate certificate = IssuedCertificate.find(query, contents);
        return certificate != null && certificate.goodAt(clock.instant(), renewal)
                ? certificate.secret(query.path())
                : null;
    }

    private static byte @Nullable [] content(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LONGEST ? Files.readAllBytes(file) : null;
        } catch (IOException unreadable) {
            // What cannot be read cannot be used again; writing it will tell whether that is a fault.
            return null;
        }
    }
}
