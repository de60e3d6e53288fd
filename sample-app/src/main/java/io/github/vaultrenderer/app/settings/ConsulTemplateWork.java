package io.github.vaultrenderer.app.settings;

import io.github.vaultrenderer.RenderJob;
import io.github.vaultrenderer.app.settings.consultemplate.ConsulTemplateConfig;
import io.github.vaultrenderer.app.settings.consultemplate.Delimiters;
import io.github.vaultrenderer.app.settings.consultemplate.ExecConfig;
import io.github.vaultrenderer.app.settings.consultemplate.Signal;
import io.github.vaultrenderer.app.settings.consultemplate.TemplateConfig;
import io.github.vaultrenderer.render.FileMode;
import io.github.vaultrenderer.render.FileOwner;
import io.github.vaultrenderer.render.FilePlacement;
import io.github.vaultrenderer.template.TemplatePermissions;
import io.github.vaultrenderer.template.TemplateSource;
import io.github.vaultrenderer.template.gotemplate.GoTemplateEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes jobs and commands of consul-template's {@code template} blocks. */
final class ConsulTemplateWork {

    /** What a template that stands in the settings themselves is called in messages. */
    private static final String CONTENTS = "contents of ";

    /** The permission bits of a mode; Go drops the others when it is set. */
    private static final int PERMISSIONS = 0777;

    private final ConsulTemplateConfig config;
    private final Map<String, String> environment;
    private final TemplatePermissions permissions;
    private final Map<Rules, GoTemplateEngine> engines = new HashMap<>();

    /**
     * @param config all settings
     * @param environment the variables that commands see besides ours, and before them
     * @param permissions what templates may do unless they are denied more
     */
    ConsulTemplateWork(ConsulTemplateConfig config, Map<String, String> environment, TemplatePermissions permissions) {
        this.config = config;
        this.environment = environment;
        this.permissions = permissions;
    }

    /** What a template is executed by. */
    private record Rules(boolean failOnMissingKey, List<String> denied, String sandbox) {

        // Written out, as what Java makes for records is made when it is first called.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Rules rules
                    && failOnMissingKey == rules.failOnMissingKey
                    && denied.equals(rules.denied)
                    && sandbox.equals(rules.sandbox);
        }

        @Override
        public int hashCode() {
            return 31 * denied.hashCode() + sandbox.hashCode();
        }
    }

    List<RenderPlan.Work> work() {
        List<RenderPlan.Work> work = new ArrayList<>();
        for (TemplateConfig template : config.templates()) {
            ExecConfig exec = template.exec();
            work.add(new RenderPlan.Work(job(template), command(exec, exec.timeout())));
        }
        return work;
    }

    /** The program to run when everything is done, which may take its time; {@code null} for none. */
    @Nullable
    ExternalCommand successor() {
        return command(config.exec(), Duration.ZERO);
    }

    /** A command that is to be run, with what it sees; {@code null} for none. */
    private @Nullable ExternalCommand command(ExecConfig exec, Duration timeout) {
        if (!exec.enabled() || exec.command().isEmpty() || exec.command().get(0).isEmpty()) {
            return null;
        }
        Map<String, String> added = new HashMap<>(environment);
        for (String variable : exec.environment().custom()) {
            int equals = variable.indexOf('=');
            if (equals > 0) {
                added.put(variable.substring(0, equals), variable.substring(equals + 1));
            }
        }
        return new ExternalCommand(
                exec.command(),
                timeout,
                // A pod's end sends SIGTERM, which consul-template passes on; kill_signal is for who sets it.
                exec.killSignal() == null ? Signal.SIGTERM : exec.killSignal(),
                exec.killTimeout(),
                new CommandEnvironment(
                        exec.environment().pristine(),
                        exec.environment().allowlist(),
                        exec.environment().denylist(),
                        added));
    }

    private RenderJob job(TemplateConfig template) {
        TemplateSource.Delimiters delimiters = delimiters(template.delimiters());
        RenderJob.Template source = template.contents().isEmpty()
                ? new RenderJob.Template.File(Path.of(template.source()), delimiters)
                : new RenderJob.Template.Text(
                        new TemplateSource(CONTENTS + template.place(), template.contents(), delimiters));
        RenderJob job = new RenderJob.Draft(source)
                .to(Path.of(template.destination()))
                .with(placement(template))
                .engine(engine(template));
        return template.fatal() ? job : job.optionally();
    }

    private TemplateSource.Delimiters delimiters(Delimiters own) {
        TemplateSource.Delimiters usual = TemplateSource.Delimiters.DEFAULT;
        return new TemplateSource.Delimiters(
                first(own.left(), config.delimiters().left(), usual.left()),
                first(own.right(), config.delimiters().right(), usual.right()));
    }

    private static FilePlacement placement(TemplateConfig template) {
        FilePlacement placement = FilePlacement.COMPATIBLE;
        int permissions = template.permissions() & PERMISSIONS;
        if (permissions != 0) {
            placement = placement.with(new FileMode(permissions));
        }
        if (!template.user().isEmpty() || !template.group().isEmpty()) {
            placement = placement.ownedBy(new FileOwner(template.user(), template.group()));
        }
        if (template.backup()) {
            placement = placement.withBackup();
        }
        return template.createDestinationFolders() ? placement : placement.intoExistingFolders();
    }

    private GoTemplateEngine engine(TemplateConfig template) {
        Rules rules = new Rules(template.failOnMissingKey(), template.deniedFunctions(), template.sandboxPath());
        GoTemplateEngine engine = engines.get(rules);
        if (engine == null) {
            engine = engine(rules);
            engines.put(rules, engine);
        }
        return engine;
    }

    private GoTemplateEngine engine(Rules rules) {
        TemplatePermissions own = permissions;
        if (!rules.sandbox.isEmpty()) {
            own = own.readingFilesIn(Path.of(rules.sandbox));
        }
        if (!rules.denied.isEmpty()) {
            own = own.denying(rules.denied);
        }
        return rules.failOnMissingKey ? GoTemplateEngine.strict(own) : GoTemplateEngine.compatible(own);
    }

    private static String first(String own, String all, String usual) {
        return !own.isEmpty() ? own : !all.isEmpty() ? all : usual;
    }
}
