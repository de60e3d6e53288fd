package io.github.vaultrenderer.template.freemarker;

import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateExceptionHandler;
import io.github.vaultrenderer.template.CompiledTemplate;
import io.github.vaultrenderer.template.TemplateEngine;
import io.github.vaultrenderer.template.TemplateException;
import io.github.vaultrenderer.template.TemplateSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/**
 * FreeMarker as a template engine: {@code ${secret('secret/org1/app1').var}} and {@code ${env('NAME')}}.
 *
 * <p>Strict: what is missing is an error. Templates are text, not code: they reach no Java class and no other template.
 *
 * @see <a href="https://freemarker.apache.org/docs/app_faq.html#faq_template_uploading_security">FreeMarker's FAQ on
 *     untrusted templates</a>
 */
public final class FreeMarkerEngine implements TemplateEngine {

    /** Made when the first template is: a program that renders Go templates only does not wait for FreeMarker. */
    private static final class Settings {
        private static final Configuration SHARED = configuration();
    }

    @Override
    public String name() {
        return "freemarker";
    }

    @Override
    public boolean supports(String templateName) {
        String lower = templateName.toLowerCase(Locale.ROOT);
        return lower.endsWith(".ftl") || lower.endsWith(".ftlh") || lower.endsWith(".ftlx");
    }

    @Override
    public CompiledTemplate compile(TemplateSource source) {
        try {
            Template template = new Template(source.name(), source.text(), Settings.SHARED);
            // Lets a loop end whose rendering was given up: FreeMarker's FAQ names this call for it.
            _CoreAPI.addThreadInterruptedChecks(template);
            return new FreeMarkerTemplate(source, template);
        } catch (StackOverflowError tooDeep) {
            throw TemplateException.syntax(
                    new TemplateException.Position(source.name(), 1, 1), "it is nested too deep to be parsed");
        } catch (ParseException syntax) {
            throw TemplateException.syntax(
                    new TemplateException.Position(source.name(), syntax.getLineNumber(), syntax.getColumnNumber()),
                    FreeMarkerFailures.firstLine(syntax.getEditorMessage()));
        } catch (IOException impossible) {
            throw new IllegalStateException("a template in memory cannot fail to be read", impossible);
        }
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        // Wraps maps, lists and scalars only: no bean's getter becomes a template's variable.
        SimpleObjectWrapper wrapper = new SimpleObjectWrapper(Configuration.VERSION_2_3_34);
        configuration.setObjectWrapper(wrapper);
        // ?new would make any class's object; the FAQ calls SAFER_RESOLVER not restrictive enough.
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        // ?api would reach the Java object behind a value.
        configuration.setAPIBuiltinEnabled(false);
        // The default prints the stack trace, values included, into the output.
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        // FreeMarker's messages quote values; ours are cleaned before anybody sees them. An #attempt would log them,
        // too.
        configuration.setLogTemplateExceptions(false);
        configuration.setAttemptExceptionReporter((failure, environment) -> {});
        configuration.setWrapUncheckedExceptions(true);
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setOutputEncoding(StandardCharsets.UTF_8.name());
        // The same output on every machine: a number's digits, and no local date.
        configuration.setLocale(Locale.ROOT);
        configuration.setCustomNumberFormats(Map.of(VaultNumberFormat.NAME, new VaultNumberFormat()));
        configuration.setNumberFormat("@" + VaultNumberFormat.NAME);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setLocalizedLookup(false);
        return configuration;
    }
}
