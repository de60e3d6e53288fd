package io.github.vaultrenderer.app;

import io.github.vaultrenderer.RenderJob;
import io.github.vaultrenderer.RenderReport;
import io.github.vaultrenderer.RenderReport.Outcome;
import io.github.vaultrenderer.VaultRenderer;
import io.github.vaultrenderer.app.settings.RenderPlan;
import io.github.vaultrenderer.app.settings.RenderPlan.TokenFiles;
import io.github.vaultrenderer.app.settings.RenderPlan.Work;
import io.github.vaultrenderer.auth.VaultToken;
import io.github.vaultrenderer.redact.Sensitive;
import io.github.vaultrenderer.render.AtomicFilePublisher;
import io.github.vaultrenderer.render.FileMode;
import io.github.vaultrenderer.render.OutputFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/** Carries out a plan: logs in, leaves the token where it is wanted, renders, runs what is to run after a change. */
final class RendererCommand {

    private static final Log LOG = LogFactory.getLog(RendererCommand.class);

    private final Map<String, String> environment;

    RendererCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    void run(RenderPlan plan) {
        try (VaultRenderer renderer = plan.renderer().get()) {
            TokenFiles files = plan.tokenFiles();
            if (files != null) {
                leaveToken(renderer.login(), files);
            }
            if (!plan.work().isEmpty()) {
                render(renderer, plan.work());
            }
        }
    }

    /** Leaves the token, and its accessor where that is wanted, for other programs. */
    static void leaveToken(VaultToken token, TokenFiles files) {
        List<OutputFile> outputs = new ArrayList<>();
        outputs.add(new OutputFile(files.token(), token.value(), FileMode.OWNER_ONLY));
        if (files.accessor() != null) {
            outputs.add(new OutputFile(files.accessor(), Sensitive.of(token.accessor()), FileMode.WORLD_READABLE));
        }
        new AtomicFilePublisher().publish(outputs);
        LOG.info("logged in; the token is in " + files.token());
    }

    private void render(VaultRenderer renderer, List<Work> work) {
        List<RenderJob> jobs = work.stream().map(Work::job).toList();
        RenderReport report = renderer.render(jobs);
        Set<String> commands = new LinkedHashSet<>();
        for (int i = 0; i < work.size(); i++) {
            RenderReport.RenderedFile file = report.files().get(i);
            LOG.info("rendered " + file.path() + " (" + (file.outcome() == Outcome.WRITTEN ? "written" : "unchanged")
                    + ")");
            if (file.outcome() == Outcome.WRITTEN && !work.get(i).command().isEmpty()) {
                commands.add(work.get(i).command());
            }
        }
        // After all files are there, and each command once, as consul-template does.
        commands.forEach(command -> new ChangeCommand(command, environment).run());
    }
}
