package io.github.vaultrenderer.template.freemarker;

import freemarker.template.SimpleScalar;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import io.github.vaultrenderer.failure.RendererException;
import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.SecretQuery;
import io.github.vaultrenderer.template.QueryLog;
import io.github.vaultrenderer.template.RenderContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The functions of one rendering, and what they asked for. */
final class TemplateFunctions {

    private final RenderContext context;
    private final QueryLog queries;
    private @Nullable RendererException recalled;

    TemplateFunctions(RenderContext context) {
        this.context = context;
        this.queries = new QueryLog(context);
    }

    Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>(SharedFunctions.of(context));
        model.put("secret", (TemplateMethodModelEx) this::secret);
        model.put("secrets", (TemplateMethodModelEx) arguments -> secrets(text("secrets", arguments)));
        model.put("pkiCert", (TemplateMethodModelEx) this::pkiCert);
        model.put("env", (TemplateMethodModelEx) arguments -> env(arguments));
        return model;
    }

    QueryLog queries() {
        return queries;
    }

    /** Throws what a recalled secret failed with: FreeMarker has wrapped it on its way through the template. */
    void rethrowRecalled() {
        if (recalled != null) {
            throw recalled;
        }
    }

    /** Reads a path; with a hash of values, writes them to it. */
    private @Nullable TemplateModel secret(List<?> arguments) throws TemplateModelException {
        if (arguments.size() == 2) {
            Secret answer = change("secret", arguments, SecretQuery::write);
            return answer == null ? PendingModel.INSTANCE : SecretModels.of(answered(answer));
        }
        String path = text("secret", arguments);
        Secret secret = path == null ? null : recall(SecretQuery.read(path));
        return secret == null ? PendingModel.INSTANCE : SecretModels.of(answered(secret));
    }

    /** What Vault answered; a token that it made is under {@code auth}, one that has the answer under {@code wrap_info}. */
    private static Map<String, @Nullable Object> answered(Secret answer) {
        if (answer.auth().isEmpty() && answer.wrapInfo().isEmpty()) {
            return answer.values();
        }
        Map<String, @Nullable Object> values = new HashMap<>(answer.values());
        if (!answer.auth().isEmpty()) {
            values.put("auth", answer.auth());
        }
        if (!answer.wrapInfo().isEmpty()) {
            values.put("wrap_info", answer.wrapInfo());
        }
        return values;
    }

    private @Nullable TemplateModel pkiCert(List<?> arguments) throws TemplateModelException {
        Secret certificate = change("pkiCert", arguments, SecretQuery::issueCertificate);
        return certificate == null ? PendingModel.INSTANCE : SecretModels.of(certificate.values());
    }

    private @Nullable Secret change(
            String function, List<?> arguments, BiFunction<String, Map<String, Object>, SecretQuery> query)
            throws TemplateModelException {
        if (arguments.size() != 2) {
            throw new TemplateModelException(function + " wants a path and a hash of what to send");
        }
        String path = text(function, arguments.subList(0, 1));
        Map<String, Object> values = HashValues.of(function, arguments.get(1));
        return path == null || values == null ? null : recall(query.apply(path, values));
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
        try {
            return queries.recall(query);
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
