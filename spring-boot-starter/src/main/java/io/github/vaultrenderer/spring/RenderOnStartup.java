package io.github.vaultrenderer.spring;

import io.github.vaultrenderer.RenderReport;
import io.github.vaultrenderer.VaultRenderer;
import java.util.Optional;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;

/**
 * Renders the jobs while the application starts. Beans that read the files name this one in {@code @DependsOn}; a failure
 * stops the start.
 */
public final class RenderOnStartup implements InitializingBean {

    private static final Log LOG = LogFactory.getLog(RenderOnStartup.class);

    private final VaultRenderer renderer;
    private final RenderJobs jobs;
    private @Nullable RenderReport report;

    RenderOnStartup(VaultRenderer renderer, RenderJobs jobs) {
        this.renderer = renderer;
        this.jobs = jobs;
    }

    @Override
    public void afterPropertiesSet() {
        RenderReport done = renderer.render(jobs.jobs());
        done.files().forEach(file -> LOG.info("rendered " + file.path() + " (" + file.outcome() + ")"));
        report = done;
    }

    /** What was rendered; empty before the start. */
    public Optional<RenderReport> report() {
        return Optional.ofNullable(report);
    }
}
