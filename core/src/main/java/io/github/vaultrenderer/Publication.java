package io.github.vaultrenderer;

import io.github.vaultrenderer.RenderReport.Outcome;
import io.github.vaultrenderer.RenderReport.RenderedFile;
import io.github.vaultrenderer.failure.RendererException;
import io.github.vaultrenderer.render.FallibleTemplate;
import io.github.vaultrenderer.render.FilePublisher;
import io.github.vaultrenderer.render.OutputFile;
import io.github.vaultrenderer.render.RenderPass;
import io.github.vaultrenderer.template.CompiledTemplate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what a pass rendered: the files of all jobs that have to succeed as one set, then each optional one by itself.
 *
 * @param publisher writes the files
 * @param pass rendered them
 * @param jobs what was asked for
 * @param templates the jobs' templates, in their order
 */
record Publication(FilePublisher publisher, RenderPass pass, List<RenderJob> jobs, List<CompiledTemplate> templates) {

    RenderReport of(RenderPass.Result result) {
        List<OutputFile> required = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            if (!jobs.get(i).optional()) {
                required.add(file(i, result));
            }
        }
        Set<Path> changed = publisher.publish(required);
        List<RenderedFile> report = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            report.add(
                    jobs.get(i).optional()
                            ? optional(i, result)
                            : rendered(i, result, changed.contains(jobs.get(i).destination())));
        }
        return new RenderReport(report);
    }

    private RenderedFile optional(int job, RenderPass.Result result) {
        RendererException failure = ((FallibleTemplate) templates.get(job)).failure();
        if (failure != null) {
            return failed(job, result, pass.redacted(failure));
        }
        try {
            return rendered(
                    job, result, !publisher.publish(List.of(file(job, result))).isEmpty());
        } catch (RendererException unwritable) {
            return failed(job, result, unwritable);
        }
    }

    private OutputFile file(int job, RenderPass.Result result) {
        return new OutputFile(
                jobs.get(job).destination(),
                result.outputs().get(job),
                jobs.get(job).placement());
    }

    private RenderedFile rendered(int job, RenderPass.Result result, boolean changed) {
        return report(job, result, changed ? Outcome.WRITTEN : Outcome.UNCHANGED, null);
    }

    private RenderedFile failed(int job, RenderPass.Result result, RendererException failure) {
        return report(job, result, Outcome.FAILED, failure);
    }

    private RenderedFile report(
            int job, RenderPass.Result result, Outcome outcome, @Nullable RendererException failure) {
        return new RenderedFile(
                jobs.get(job).destination(), outcome, result.queries().get(job), failure);
    }
}
