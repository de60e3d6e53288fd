package io.github.vaultrenderer.template.gotemplate.exec;

import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.SecretQuery;
import io.github.vaultrenderer.template.QueryLog;
import io.github.vaultrenderer.template.RenderContext;
import io.github.vaultrenderer.template.RenderLimits;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import java.time.Instant;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What functions see of one rendering: what is known of Vault, the environment, and a record of what was asked. */
public final class Execution {

    private final RenderContext context;
    private final QueryLog queries;
    private final Map<Class<?>, Object> kept = new HashMap<>();
    private final IdentityHashMap<Secret, Object> data = new IdentityHashMap<>();
    private @Nullable Templates templates;
    private @Nullable Map<Secret, GoObject> wrapInfos;

    /** A rendering against that context. */
    public Execution(RenderContext context) {
        this.context = context;
        this.queries = new QueryLog(context);
    }

    /** Another execution in the same context, for a template within the template. */
    public Execution apart() {
        Execution apart = new Execution(context);
        apart.wrapInfos = wrapInfos;
        return apart;
    }

    /** What is known of a query; {@code null}, and noted as missing, when nothing is. */
    public @Nullable Secret recall(SecretQuery query) {
        return queries.recall(query);
    }

    /** A secret's data as the engine's values: the same ones each time, as a template can put something into a map. */
    Object data(Secret secret) {
        Object known = data.get(secret);
        if (known == null) {
            known = Values.data(secret);
            data.put(secret, known);
        }
        return known;
    }

    /** Says what a secret's field {@code WrapInfo} is: functions know the type of its time, and the engine does not. */
    public void describeWrapping(Secret secret, GoObject info) {
        Map<Secret, GoObject> infos = wrapInfos == null ? new IdentityHashMap<>() : wrapInfos;
        infos.put(secret, info);
        wrapInfos = infos;
    }

    /** A secret's field {@code WrapInfo}, which is a nil pointer in one that is not wrapped. */
    GoObject wrapInfo(Secret secret) {
        GoObject info = wrapInfos == null ? null : wrapInfos.get(secret);
        return info == null ? NilPointer.WRAP_INFO : info;
    }

    /** An environment variable as a Go string; {@code null} when it is not set. */
    public @Nullable String env(String name) {
        String value = context.env(GoText.decode(name));
        return value == null ? null : GoText.encode(value);
    }

    /** Whether a text tells a secret: see {@link RenderContext#tellsASecret}. */
    public boolean tellsASecret(String text) {
        return context.tellsASecret(text);
    }

    /** The time of this rendering's machine. */
    public Instant now() {
        return context.clock().instant();
    }

    /** How much this rendering may cost. */
    RenderLimits limits() {
        return context.limits();
    }

    /** What a function keeps from one call to the next within this rendering; made when it is first asked for. */
    public <T> T kept(Class<T> type, Supplier<T> made) {
        return type.cast(kept.computeIfAbsent(type, absent -> made.get()));
    }

    /**
     * Executes a template that the source defines.
     *
     * @return its output
     * @throws FunctionException when there is none of that name
     */
    public String execute(String template, @Nullable Object dot) throws FunctionException {
        if (templates == null) {
            throw FunctionException.failed("there are no templates to execute here");
        }
        return templates.execute(template, dot);
    }

    /** The templates that {@link #execute} finds. */
    void use(Templates defined) {
        templates = defined;
    }

    /** Executes templates by name. */
    @FunctionalInterface
    interface Templates {
        String execute(String template, @Nullable Object dot) throws FunctionException;
    }

    /** Every query so far. */
    public Set<SecretQuery> used() {
        return queries.used();
    }

    /** Those of them that nothing is known of. */
    public Set<SecretQuery> missing() {
        return queries.missing();
    }

    /** Takes back what would change Vault: the rendering failed. */
    public void withdrawChanges() {
        queries.withdrawChanges();
    }
}
