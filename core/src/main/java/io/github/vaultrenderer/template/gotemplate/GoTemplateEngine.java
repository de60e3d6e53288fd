package io.github.vaultrenderer.template.gotemplate;

import io.github.vaultrenderer.redact.Sensitive;
import io.github.vaultrenderer.template.CompiledTemplate;
import io.github.vaultrenderer.template.RenderContext;
import io.github.vaultrenderer.template.Rendering;
import io.github.vaultrenderer.template.TemplateEngine;
import io.github.vaultrenderer.template.TemplateException;
import io.github.vaultrenderer.template.TemplatePermissions;
import io.github.vaultrenderer.template.TemplateSource;
import io.github.vaultrenderer.template.gotemplate.exec.Execution;
import io.github.vaultrenderer.template.gotemplate.exec.Executor;
import io.github.vaultrenderer.template.gotemplate.exec.Executor.MissingKey;
import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionTable;
import io.github.vaultrenderer.template.gotemplate.functions.Functions;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import io.github.vaultrenderer.template.gotemplate.parse.TemplateTree;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Go's text/template with consul-template's functions: {@code {{ with secret "secret/org1/app1" }}{{ .Data.var }}{{ end
 * }}}.
 *
 * @see <a href="https://pkg.go.dev/text/template">Go package text/template</a>
 * @see <a href="https://github.com/hashicorp/consul-template/blob/main/docs/templating-language.md">consul-template,
 *     templating language</a>
 */
public final class GoTemplateEngine implements TemplateEngine {

    private static final Log LOG = LogFactory.getLog(GoTemplateEngine.class);
    private static final String NO_VALUE = "<no value>";
    private static final List<String> EXTENSIONS = List.of(".ctmpl", ".tmpl", ".gotmpl", ".tpl");

    private static final String USE_WITH =
            "What a write answers is not known before it is made: put what uses it within {{ with secret … }} … {{ end }}."
                    + " Nothing was written.";

    private final MissingKey missingKey;
    private final FunctionTable functions;

    private GoTemplateEngine(MissingKey missingKey, TemplatePermissions permissions) {
        this.missingKey = missingKey;
        this.functions = Functions.all(permissions);
    }

    /** The engine for which a key that a secret does not have is an error, and templates read no files: ours. */
    public static GoTemplateEngine strict() {
        return new GoTemplateEngine(MissingKey.ERROR, TemplatePermissions.none());
    }

    /** The engine for which a key that a secret does not have is an error, with these permissions for its templates. */
    public static GoTemplateEngine strict(TemplatePermissions permissions) {
        return new GoTemplateEngine(MissingKey.ERROR, permissions);
    }

    /** The engine for which it is {@code <no value>}, and templates may do what they may there: consul-template's. */
    public static GoTemplateEngine compatible() {
        return new GoTemplateEngine(MissingKey.NIL, TemplatePermissions.compatible());
    }

    /** The engine for which it is {@code <no value>}, with these permissions for its templates. */
    public static GoTemplateEngine compatible(TemplatePermissions permissions) {
        return new GoTemplateEngine(MissingKey.NIL, permissions);
    }

    /** This engine with other permissions for its templates. */
    public GoTemplateEngine with(TemplatePermissions permissions) {
        return new GoTemplateEngine(missingKey, permissions);
    }

    @Override
    public String name() {
        return "go";
    }

    @Override
    public boolean supports(String templateName) {
        String lower = templateName.toLowerCase(Locale.ROOT);
        for (String extension : EXTENSIONS) {
            if (lower.endsWith(extension)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public CompiledTemplate compile(TemplateSource source) {
        Map<String, Function> named = new HashMap<>();
        TemplateTree tree = TemplateTree.parse(source, name -> named.computeIfAbsent(name, functions::find) != null);
        return context -> render(tree, named, context);
    }

    private Rendering render(TemplateTree tree, Map<String, Function> named, RenderContext context) {
        Execution execution = new Execution(context);
        String output = "";
        try {
            output = new Executor(tree, named, missingKey, execution).run();
        } catch (TemplateException failure) {
            boolean complete = execution.missing().isEmpty();
            // While something is missing, what hangs from it is nil, and errors that follow from that mean nothing. But
            // nothing is written for a template that may fail anyway.
            execution.withdrawChanges();
            if (execution.missing().isEmpty()) {
                throw complete ? failure : failure.advising(USE_WITH);
            }
        }
        if (missingKey == MissingKey.NIL && execution.missing().isEmpty() && output.contains(NO_VALUE)) {
            LOG.warn("template " + tree.source().name() + " printed \"" + NO_VALUE
                    + "\": something that it names is not there."
                    + " With error_on_missing_key = true, that is an error");
        }
        return new Rendering(Sensitive.of(GoText.bytes(output)), execution.used(), execution.missing());
    }
}
