package io.github.vaultrenderer;

import io.github.vaultrenderer.render.FileMode;
import io.github.vaultrenderer.template.TemplateSource;
import io.github.vaultrenderer.template.TemplateSource.Delimiters;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A template to render into a file.
 *
 * @param template where the template is
 * @param destination the file to write; its folder is made when it is missing
 * @param mode the file's permissions; 0600 by default
 * @param engine the name of the template engine; {@code null} has the template's extension choose
 */
public record RenderJob(
        Template template,
        Path destination,
        FileMode mode,
        @Nullable String engine) {

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

    /**
     * A job that has no destination yet.
     *
     * @param template where the template is
     */
    public record Draft(Template template) {

        /** The job that renders into that file, readable by its owner only. */
        public RenderJob to(Path destination) {
            return new RenderJob(template, destination, FileMode.OWNER_ONLY, null);
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
        return new RenderJob(template, destination, mode, engine);
    }

    /** The same job, rendered by the engine of that name whatever the template's extension. */
    public RenderJob engine(String name) {
        return new RenderJob(template, destination, mode, name);
    }
}
