package io.github.vaultrenderer;

import io.github.vaultrenderer.failure.RendererException;
import io.github.vaultrenderer.secrets.SecretQuery;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a rendering did. Prints no values; the queries that write hold what they wrote.
 *
 * @param files every file, in the order of the jobs
 */
public record RenderReport(List<RenderedFile> files) {

    public RenderReport {
        files = List.copyOf(files);
    }

    /** What became of a file. */
    public enum Outcome {
        /** It is new, or its content, owner or permissions changed. */
        WRITTEN,
        /** It was there already, just so. */
        UNCHANGED,
        /** Its job failed, and was {@linkplain RenderJob#optional optional}. */
        FAILED
    }

    /**
     * One file.
     *
     * @param path where it is
     * @param outcome what became of it
     * @param queries what its template asked of Vault
     * @param failure why its job failed; {@code null} when it did not
     */
    public record RenderedFile(
            Path path,
            Outcome outcome,
            Set<SecretQuery> queries,
            @Nullable RendererException failure) {

        public RenderedFile {
            queries = Set.copyOf(queries);
        }
    }
}
