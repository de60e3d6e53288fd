package io.github.vaultrenderer.template.freemarker;

import freemarker.template.SimpleScalar;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import io.github.vaultrenderer.failure.RendererException;
import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.SecretQuery;
import io.github.vaultrenderer.template.RenderContext;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The functions of one rendering, and what they asked for. */
final class TemplateFunctions {

    private final RenderContext context;
    private final Set<SecretQuery> used = new LinkedHashSet<>();
    private final Set<SecretQuery> missing = new LinkedHashSet<>();
    private @Nullable RendererException recalled;

    TemplateFunctions(RenderContext context) {
        this.context = context;
    }

    Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>(SharedFunctions.of(context));
        model.put("secret", (TemplateMethodModelEx) arguments -> secret(text("secret", arguments)));
        model.put("secrets", (TemplateMethodModelEx) arguments -> secrets(text("secrets", arguments)));
        model.put("env", (TemplateMethodModelEx) arguments -> env(arguments));
        return model;
    }

    Set<SecretQuery> used() {
        return used;
    }

    Set<SecretQuery> missing() {
        return missing;
    }

    /** Throws what a recalled secret failed with: FreeMarker has wrapped it on its way through the template. */
    void rethrowRecalled() {
        if (recalled != null) {
            throw recalled;
        }
    }

    private @Nullable TemplateModel secret(@Nullable String path) {
        if (path == null) {
            return PendingModel.INSTANCE;
        }
        Secret secret = recall(SecretQuery.read(path));
        return secret == null ? PendingModel.INSTANCE : SecretModels.of(secret.values());
    }

    private @Nullable TemplateModel secrets(@Nullable String path) {
        if (path == null) {
            return PendingModel.INSTANCE;
        }
        Secret keys = recall(SecretQuery.list(path));
        return keys == null
                ? PendingModel.INSTANCE
                : SecretModels.of(keys.values().get("keys"));
    }

    private @Nullable TemplateModel env(List<?> arguments) throws TemplateModelException {
        if (arguments.isEmpty() || arguments.size() > 2) {
            throw new TemplateModelException("env wants a variable's name, and may have a default value");
        }
        String name = text("env", arguments.subList(0, 1));
        String value = name == null ? null : context.env(name);
        if (value != null) {
            return new SimpleScalar(value);
        }
        // Without a default, FreeMarker itself calls it missing, so that !"default" and ?? work as they do elsewhere.
        return arguments.size() == 2 ? (TemplateModel) arguments.get(1) : null;
    }

    private @Nullable Secret recall(SecretQuery query) {
        used.add(query);
        try {
            Secret secret = context.recall(query);
            if (secret == null) {
                missing.add(query);
            }
            return secret;
        } catch (RendererException failure) {
            recalled = failure;
            throw failure;
        }
    }

    /** The one text argument; {@code null} when it hangs from a secret that is pending. */
    private static @Nullable String text(String function, List<?> arguments) throws TemplateModelException {
        if (arguments.size() == 1 && arguments.get(0) instanceof TemplateScalarModel text) {
            return text.getAsString();
        }
        if (arguments.size() == 1 && PendingModel.isPending(arguments.get(0))) {
            return null;
        }
        throw new TemplateModelException(function + " wants one text argument");
    }
}
