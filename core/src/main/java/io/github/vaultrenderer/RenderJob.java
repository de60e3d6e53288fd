package io.github.vaultrenderer;

import io.github.vaultrenderer.render.FileMode;
import io.github.vaultrenderer.render.FileOwner;
import io.github.vaultrenderer.render.FilePlacement;
import io.github.vaultrenderer.template.TemplateEngine;
import io.github.vaultrenderer.template.TemplateSource;
import io.github.vaultrenderer.template.TemplateSource.Delimiters;
import java.nio.file.Path;

/**
 * A template to render into a file.
 *
 * @param template where the template is
 * @param destination the file to write
 * @param placement how it is put there; by default readable by its owner only, its folder made when it is missing
 * @param engine what renders it; by default the template's extension chooses
 * @param optional whether the other jobs are done although this one fails; not by default
 */
public record RenderJob(Template template, Path destination, FilePlacement placement, Engine engine, boolean optional) {

    /** Where a template is. */
    public sealed interface Template {

        /**
         * A file, read when it is rendered.
         *
         * @param path the file
         * @param delimiters what encloses its actions, for engines that let it be chosen
         */
        record File(Path path, Delimiters delimiters) implements Template {}

        /**
         * A text.
         *
         * @param source the text and its name
         */
        record Text(TemplateSource source) implements Template {}
    }

    /** What renders a template. */
    public sealed interface Engine {

        /** The renderer's engine that the extension of the template's name belongs to. */
        Engine BY_EXTENSION = new ByExtension();

        /** The renderer's engine that the extension of the template's name belongs to. */
        record ByExtension() implements Engine {}

        /**
         * The renderer's engine of that name.
         *
         * @param name {@code go} or {@code freemarker}
         */
        record Named(String name) implements Engine {}

        /**
         * An engine of the job's own, for templates with rules of their own.
         *
         * @param engine compiles the template
         */
        record Own(TemplateEngine engine) implements Engine {}
    }

    /**
     * A job that has no destination yet.
     *
     * @param template where the template is
     */
    public record Draft(Template template) {

        /** The job that renders into that file, readable by its owner only. */
        public RenderJob to(Path destination) {
            return new RenderJob(template, destination, FilePlacement.OWNER_ONLY, Engine.BY_EXTENSION, false);
        }
    }

    /** Renders a template file; its extension chooses the engine: {@code .ctmpl}, {@code .tmpl}, {@code .ftl}. */
    public static Draft from(Path template) {
        return new Draft(new Template.File(template, Delimiters.DEFAULT));
    }

    /** Renders a text; its name's extension chooses the engine. */
    public static Draft from(TemplateSource template) {
        return new Draft(new Template.Text(template));
    }

    /**
     * The same job with other permissions.
     *
     * @param octal for example {@code 0440}
     * @throws io.github.vaultrenderer.failure.ConfigurationException when it is no file mode
     */
    public RenderJob mode(String octal) {
        return with(FileMode.of(octal));
    }

    /** The same job with other permissions. */
    public RenderJob with(FileMode mode) {
        return with(placement.with(mode));
    }

    /** The same job, its file put in place otherwise. */
    public RenderJob with(FilePlacement placement) {
        return new RenderJob(template, destination, placement, engine, optional);
    }

    /**
     * The same job for another owner, which needs the right to give files away.
     *
     * @param user a name or a numeric id; empty for whoever runs the renderer
     * @param group a name or a numeric id; empty for what the folder gives
     */
    public RenderJob owner(String user, String group) {
        return with(placement.ownedBy(new FileOwner(user, group)));
    }

    /** The same job, rendered by the engine of that name whatever the template's extension. */
    public RenderJob engine(String name) {
        return with(new Engine.Named(name));
    }

    /** The same job, rendered by this engine and by none of the renderer's. */
    public RenderJob engine(TemplateEngine engine) {
        return with(new Engine.Own(engine));
    }

    /** The same job, whose failure keeps no other from being done; {@link RenderReport} tells of it. */
    public RenderJob optionally() {
        return new RenderJob(template, destination, placement, engine, true);
    }

    private RenderJob with(Engine engine) {
        return new RenderJob(template, destination, placement, engine, optional);
    }
}
