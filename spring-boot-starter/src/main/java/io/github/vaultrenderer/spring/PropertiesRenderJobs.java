package io.github.vaultrenderer.spring;

import io.github.vaultrenderer.RenderJob;
import io.github.vaultrenderer.failure.ConfigurationException;
import io.github.vaultrenderer.render.FileMode;
import io.github.vaultrenderer.render.FileOwner;
import io.github.vaultrenderer.render.FilePlacement;
import io.github.vaultrenderer.template.TemplateSource.Delimiters;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The jobs that the properties name. */
final class PropertiesRenderJobs {

    private PropertiesRenderJobs() {}

    static Stream<RenderJob> of(VaultRendererProperties properties) {
        return IntStream.range(0, properties.jobs().size())
                .mapToObj(index -> job(
                        "vault-renderer.jobs[" + index + "]", properties.jobs().get(index)));
    }

    private static RenderJob job(String name, VaultRendererProperties.Job job) {
        RenderJob.Template template = new RenderJob.Template.File(
                required(name + ".template", job.template()),
                new Delimiters(job.leftDelimiter(), job.rightDelimiter()));
        RenderJob made = new RenderJob.Draft(template)
                .to(required(name + ".destination", job.destination()))
                .with(placement(job));
        return job.engine() == null ? made : made.engine(job.engine());
    }

    private static FilePlacement placement(VaultRendererProperties.Job job) {
        FilePlacement placement =
                FilePlacement.OWNER_ONLY.with(FileMode.of(job.mode())).ownedBy(new FileOwner(job.owner(), job.group()));
        FilePlacement kept = job.backup() ? placement.withBackup() : placement;
        return job.createFolders() ? kept : kept.intoExistingFolders();
    }

    private static Path required(String name, @Nullable Path path) {
        if (path == null || path.toString().isEmpty()) {
            throw new ConfigurationException(name + " is not set", "Set " + name + " to a file's path.");
        }
        return path;
    }
}
