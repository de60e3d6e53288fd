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
 * @param renderer makes the renderer; not called before it is needed
 * @param work the templates to render, with what to run afterwards
 * @param tokenFiles where to leave the token of the login; {@code null} to leave it nowhere
 */
public record RenderPlan(
        Supplier<VaultRenderer> renderer,
        List<Work> work,
        @Nullable TokenFiles tokenFiles) {

    public RenderPlan {
        work = List.copyOf(work);
    }

    /**
     * A template to render.
     *
     * @param job the template and its file
     * @param command what to run when the file changed; empty for nothing
     */
    public record Work(RenderJob job, String command) {}

    /**
     * Where the token of a login is left for other programs.
     *
     * @param token the file for the token, readable by its owner only
     * @param accessor the file for its accessor, readable by everybody; {@code null} for none
     */
    public record TokenFiles(Path token, @Nullable Path accessor) {}
}
