package io.github.vaultrenderer.secrets;

import io.github.vaultrenderer.failure.RendererException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where secrets come from. Implementations may be called from several threads at once. */
@FunctionalInterface
public interface SecretSource {

    /**
     * Asks for a secret.
     *
     * @throws RendererException when there is none, or it may not be read; the message names the path
     */
    Secret fetch(SecretQuery query);

    /**
     * A source of fixed secrets, for tests: path to values.
     *
     * @param secrets values by path, the path as a template writes it
     */
    static SecretSource of(Map<String, ? extends Map<String, ? extends @Nullable Object>> secrets) {
        return new FixedSecretSource(secrets);
    }
}
