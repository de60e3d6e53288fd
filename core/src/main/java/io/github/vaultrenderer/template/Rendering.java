package io.github.vaultrenderer.template;

import io.github.vaultrenderer.redact.Sensitive;
import io.github.vaultrenderer.secrets.SecretQuery;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The result of one pass over a template.
 *
 * @param output the text; to be used only when nothing is missing
 * @param used every query that the template made, in order
 * @param missing those of them that were not known yet, in order
 */
public record Rendering(Sensitive output, Set<SecretQuery> used, Set<SecretQuery> missing) {

    public Rendering {
        used = Collections.unmodifiableSet(new LinkedHashSet<>(used));
        missing = Collections.unmodifiableSet(new LinkedHashSet<>(missing));
    }

    /** Whether the output is final. */
    public boolean complete() {
        return missing.isEmpty();
    }
}
