package io.github.vaultrenderer.app;

import io.github.vaultrenderer.RenderJob;
import io.github.vaultrenderer.RenderReport;
import io.github.vaultrenderer.RenderReport.Outcome;
import io.github.vaultrenderer.VaultRenderer;
import io.github.vaultrenderer.app.settings.ExternalCommand;
import io.github.vaultrenderer.app.settings.RenderPlan;
import io.github.vaultrenderer.app.settings.RenderPlan.TokenFiles;
import io.github.vaultrenderer.app.settings.RenderPlan.Work;
import io.github.vaultrenderer.app.settings.RunOptions;
import io.github.vaultrenderer.app.settings.RunOptions.Extent;
import io.github.vaultrenderer.auth.VaultToken;
import io.github.vaultrenderer.failure.RendererException;
import io.github.vaultrenderer.redact.Sensitive;
import io.github.vaultrenderer.render.AtomicFilePublisher;
import io.github.vaultrenderer.render.FileMode;
import io.github.vaultrenderer.render.OutputFile;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/** Carries out a plan: logs in, leaves the token where it is wanted, renders, runs what is to run after a change. */
final class RendererCommand {

    private static final Log LOG = LogFactory.getLog(RendererCommand.class);

    private final Map<String, String> environment;
    private final PrintStream output;
    private final PrintStream errors;

    RendererCommand(Map<String, String> environment, PrintStream output, PrintStream errors) {
        this.environment = environment;
        this.output = output;
        this.errors = errors;
    }

    /** Carries it out, and gives the exit code. */
    int run(RenderPlan plan) {
        RunOptions options = plan.options();
        output.print(options.text());
        if (options.logging() != null) {
            CompatibleLogging.start(options.logging(), errors, InstantSource.system());
        }
        for (String note : options.notes()) {
            LOG.warn(note);
        }
        if (!options.keepConnections()) {
            // For the whole process: nobody else is in it.
            System.setProperty("http.keepAlive", "false");
        }
        try (KilledExit killed =
                options.killedExit() ? KilledExit.with(ExitCode.CONSUL_TEMPLATE_KILLED) : KilledExit.none()) {
            return options.pidFile() == null ? runAll(plan, killed) : runWithPidFile(plan, options.pidFile(), killed);
        }
    }

    private int runWithPidFile(RenderPlan plan, Path path, KilledExit killed) {
        try (PidFile file = killed.open(() -> PidFile.write(path), PidFile::close)) {
            LOG.debug("the number of the process is in " + file.path());
            return runAll(plan, killed);
        }
    }

    private int runAll(RenderPlan plan, KilledExit killed) {
        carryOut(plan, killed);
        ExternalCommand successor = plan.options().successor();
        if (successor == null || plan.options().extent() == Extent.PARSE) {
            return ExitCode.DONE;
        }
        ExternalProcess process =
                killed.open(() -> ExternalProcess.start(successor, environment), ExternalProcess::stop);
        // Its exit code is ours.
        return process.await();
    }

    private void carryOut(RenderPlan plan, KilledExit killed) {
        TokenFiles files = plan.tokenFiles();
        if (files == null && plan.work().isEmpty()) {
            return;
        }
        VaultRenderer.Builder builder = plan.renderer().get();
        if (plan.options().extent() == Extent.PRINT) {
            builder.publisher(new PrintingPublisher(output));
        }
        try (VaultRenderer renderer = builder.build()) {
            if (files != null) {
                leaveToken(renderer.login(), files);
            }
            if (plan.options().extent() == Extent.PARSE) {
                renderer.check(jobs(plan.work()));
                LOG.info("all templates are parsed");
            } else if (!plan.work().isEmpty()) {
                render(renderer, plan.work(), killed);
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

    private void render(VaultRenderer renderer, List<Work> work, KilledExit killed) {
        RenderReport report = renderer.render(jobs(work));
        ChangeCommands commands = new ChangeCommands(environment, killed);
        RendererException failure = null;
        for (int i = 0; i < work.size(); i++) {
            RenderReport.RenderedFile file = report.files().get(i);
            tell(file);
            ExternalCommand command = work.get(i).command();
            if (file.outcome() == Outcome.WRITTEN && command != null) {
                commands.add(command);
            }
            failure = failure == null ? file.failure() : failure;
        }
        commands.run();
        // The others are done, as they were wanted; that this one is not must still be seen.
        if (failure != null) {
            throw failure;
        }
    }

    private static void tell(RenderReport.RenderedFile file) {
        if (file.failure() != null) {
            LOG.error(file.failure().getMessage() + ". " + file.failure().action());
        } else {
            LOG.info("rendered " + file.path() + " (" + (file.outcome() == Outcome.WRITTEN ? "written" : "unchanged")
                    + ")");
        }
    }

    private static List<RenderJob> jobs(List<Work> work) {
        List<RenderJob> jobs = new ArrayList<>();
        for (Work each : work) {
            jobs.add(each.job());
        }
        return jobs;
    }
}
