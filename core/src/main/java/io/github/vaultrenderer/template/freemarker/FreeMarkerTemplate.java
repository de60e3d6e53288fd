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
        LimitedWriter output = new LimitedWriter(context.limits().outputSize());
        try {
            Environment environment = template.createProcessingEnvironment(functions.model(), output);
            BoundedRun.of(environment, context.limits().time());
        } catch (BoundedRun.TooLong tooLong) {
            throw tooLong.stopped()
                    ? TemplateException.execution(start(), source.name(), "the renderer was told to stop")
                    : limit("time", "it takes longer than " + context.limits().time());
        } catch (LimitedWriter.TooLong tooLong) {
            throw limit(
                    "outputSize",
                    "the output is longer than " + context.limits().outputSize() + " characters");
        } catch (StackOverflowError tooDeep) {
            throw TemplateException.execution(
                    start(), source.name(), "macros, functions or values are nested too deep");
        } catch (OutOfMemoryError tooMuch) {
            // What the rendering held is garbage now.
            throw limit("outputSize", "there is not enough memory for its values");
        } catch (freemarker.template.TemplateException failure) {
            passOver(failure, functions);
        } catch (RuntimeException misplaced) {
            throw misplaced(misplaced);
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory cannot fail to be written", impossible);
        }
        return new Rendering(
                Sensitive.of(output.toString()),
                functions.queries().used(),
                functions.queries().missing());
    }

    /** Throws a failure, unless it comes from something that this pass still misses. */
    private void passOver(freemarker.template.TemplateException failure, TemplateFunctions functions) {
        functions.rethrowRecalled();
        // What was still pending can be the reason, and nobody sees this pass's output. But nothing is written for a
        // template that failed for another one.
        if (!FreeMarkerFailures.isPending(failure)) {
            functions.queries().withdrawChanges();
        }
        if (functions.queries().missing().isEmpty()) {
            throw FreeMarkerFailures.explain(source, failure);
        }
    }

    /** FreeMarker leaves loops, functions and macros by exceptions of its own, which nobody catches outside of these. */
    private RuntimeException misplaced(RuntimeException thrown) {
        return thrown.getClass().getPackageName().equals("freemarker.core")
                ? TemplateException.execution(
                        start(), source.name(), "#return, #break or #continue stands outside of what it belongs to")
                : thrown;
    }

    private TemplateException limit(String name, String reason) {
        return TemplateException.limit(start(), name, reason);
    }

    private TemplateException.Position start() {
        return new TemplateException.Position(source.name(), 1, 1);
    }
}
