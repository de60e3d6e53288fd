package io.github.vaultrenderer.template;

import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.SecretQuery;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What a template can see of the world. */
public interface RenderContext {

    /**
     * What is known of a query.
     *
     * @return the secret, or {@code null} when it has not been fetched yet: the rendering then names the query as missing
     * @throws io.github.vaultrenderer.failure.RendererException when it was fetched and cannot be had
     */
    @Nullable
    Secret recall(SecretQuery query);

    /** The value of an environment variable, or {@code null} when it is not set. */
    @Nullable
    String env(String name);

    /** The time. */
    InstantSource clock();

    /**
     * Whether a text tells a secret that was read or written, in one of the forms that are taken out of messages. What does
     * so is not to be cut up into parts that nobody would know again.
     */
    default boolean tellsASecret(String text) {
        return false;
    }

    /** How much the rendering may cost. */
    default RenderLimits limits() {
        return RenderLimits.DEFAULT;
    }
}
