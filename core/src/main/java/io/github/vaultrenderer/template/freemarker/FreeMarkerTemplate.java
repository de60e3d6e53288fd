package io.github.vaultrenderer.template.freemarker;

import freemarker.core.Environment;
import freemarker.template.Template;
import io.github.vaultrenderer.redact.Sensitive;
import io.github.vaultrenderer.template.CompiledTemplate;
import io.github.vaultrenderer.template.RenderContext;
import io.github.vaultrenderer.template.Rendering;
import io.github.vaultrenderer.template.TemplateException;
import io.github.vaultrenderer.template.TemplateSource;
import java.io.IOException;

/** A parsed FreeMarker template. */
final class FreeMarkerTemplate implements CompiledTemplate {

    private final TemplateSource source;
    private final Template template;

    FreeMarkerTemplate(TemplateSource source, Template template) {
        this.source = source;
        this.template = template;
    }

    @Override
    public Rendering render(RenderContext context) {
        TemplateFunctions functions = new TemplateFunctions(context);
        LimitedWriter output = new LimitedWriter();
        try {
            Environment environment = template.createProcessingEnvironment(functions.model(), output);
            environment.process();
        } catch (freemarker.template.TemplateException failure) {
            functions.rethrowRecalled();
            // What was still pending can be the reason, and nobody sees this pass's output. But nothing is written for
            // a
            // template that failed for another one.
            if (!FreeMarkerFailures.isPending(failure)) {
                functions.queries().withdrawChanges();
            }
            if (functions.queries().missing().isEmpty()) {
                throw FreeMarkerFailures.explain(source, failure);
            }
        } catch (LimitedWriter.TooLong tooLong) {
            throw TemplateException.execution(
                    new TemplateException.Position(source.name(), 1, 1),
                    source.name(),
                    "the output is longer than " + LimitedWriter.LIMIT + " characters");
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory cannot fail to be written", impossible);
        }
        return new Rendering(
                Sensitive.of(output.toString()),
                functions.queries().used(),
                functions.queries().missing());
    }
}
