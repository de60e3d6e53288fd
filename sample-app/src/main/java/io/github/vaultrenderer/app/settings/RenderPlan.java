package io.github.vaultrenderer.app.settings;

import io.github.vaultrenderer.RenderJob;
import io.github.vaultrenderer.VaultRenderer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one run has to do.
 *
 * @param renderer configures the renderer; not called before it is needed
 * @param work the templates to render, with what to run afterwards
 * @param tokenFiles where to leave the token of the login; {@code null} to leave it nowhere
 * @param options how to go about it
 */
public record RenderPlan(
        Supplier<VaultRenderer.Builder> renderer,
        List<Work> work,
        @Nullable TokenFiles tokenFiles,
        RunOptions options) {

    public RenderPlan {
        work = List.copyOf(work);
    }

    /** A plan that is carried out in the usual way. */
    public RenderPlan(Supplier<VaultRenderer.Builder> renderer, List<Work> work, @Nullable TokenFiles tokenFiles) {
        this(renderer, work, tokenFiles, RunOptions.USUAL);
    }

    /** The plan that says something on standard output, and does nothing. */
    public static RenderPlan saying(String text) {
        return new RenderPlan(VaultRenderer::builder, List.of(), null, RunOptions.USUAL.saying(text));
    }

    /**
     * A template to render.
     *
     * @param job the template and its file
     * @param command what to run when the file changed; {@code null} for nothing
     */
    public record Work(RenderJob job, @Nullable ExternalCommand command) {}

    /**
     * Where the token of a login is left for other programs.
     *
     * @param token the file for the token, readable by its owner only
     * @param accessor the file for its accessor, readable by everybody; {@code null} for none
     */
    public record TokenFiles(Path token, @Nullable Path accessor) {}
}
