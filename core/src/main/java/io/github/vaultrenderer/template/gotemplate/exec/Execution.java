package io.github.vaultrenderer.template.gotemplate.exec;

import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.SecretQuery;
import io.github.vaultrenderer.template.RenderContext;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What functions see of one rendering: what is known of Vault, the environment, and a record of what was asked. */
public final class Execution {

    private final RenderContext context;
    private final Set<SecretQuery> used = new LinkedHashSet<>();
    private final Set<SecretQuery> missing = new LinkedHashSet<>();

    /** A rendering against that context. */
    public Execution(RenderContext context) {
        this.context = context;
    }

    /** What is known of a query; {@code null}, and noted as missing, when nothing is. */
    public @Nullable Secret recall(SecretQuery query) {
        used.add(query);
        Secret secret = context.recall(query);
        if (secret == null) {
            missing.add(query);
        }
        return secret;
    }

    /** An environment variable as a Go string; {@code null} when it is not set. */
    public @Nullable String env(String name) {
        String value = context.env(GoText.decode(name));
        return value == null ? null : GoText.encode(value);
    }

    /** Every query so far. */
    public Set<SecretQuery> used() {
        return used;
    }

    /** Those of them that nothing is known of. */
    public Set<SecretQuery> missing() {
        return missing;
    }
}
