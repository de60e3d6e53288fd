package io.github.vaultrenderer.spring;

import io.github.vaultrenderer.RenderJob;
import java.util.List;

/**
 * All jobs of an application: those of the properties, then every bean of type {@link RenderJob}.
 *
 * @param jobs in this order
 */
public record RenderJobs(List<RenderJob> jobs) {

    public RenderJobs {
        jobs = List.copyOf(jobs);
    }
}
