package io.github.vaultrenderer;

import io.github.vaultrenderer.failure.ConfigurationException;
import io.github.vaultrenderer.template.TemplateSource;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Loads templates. */
final class TemplateFiles {

    private TemplateFiles() {}

    static TemplateSource load(RenderJob.Template template) {
        if (template instanceof RenderJob.Template.File file) {
            return new TemplateSource(file.path().toString(), text(file.path()), file.delimiters());
        }
        return ((RenderJob.Template.Text) template).source();
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (NoSuchFileException absent) {
            throw new ConfigurationException(
                    "there is no template " + path,
                    "Mount the ConfigMap with the template there, or correct its path.");
        } catch (CharacterCodingException notText) {
            throw new ConfigurationException("the template " + path + " is not UTF-8", "Save it as UTF-8.");
        } catch (IOException unreadable) {
            throw new ConfigurationException(
                    "cannot read the template " + path + " ("
                            + unreadable.getClass().getSimpleName() + ")",
                    "Let the container's user read it.");
        }
    }
}
