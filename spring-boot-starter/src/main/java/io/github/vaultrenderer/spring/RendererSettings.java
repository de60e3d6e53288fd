package io.github.vaultrenderer.spring;

import io.github.vaultrenderer.RenderJob;
import io.github.vaultrenderer.VaultRenderer;
import io.github.vaultrenderer.failure.ConfigurationException;
import io.github.vaultrenderer.http.RetryPolicy;
import io.github.vaultrenderer.template.RenderLimits;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What the {@code vault-renderer.*} properties of an environment say, without an application context: a program that
 * renders once and ends starts in half of the time without one. An application that has a context gets the same from
 * {@link VaultRendererAutoConfiguration}, where its own beans may take the properties' place.
 */
public final class RendererSettings {

    private final VaultRendererProperties properties;

    private RendererSettings(VaultRendererProperties properties) {
        this.properties = properties;
    }

    /**
     * Reads an environment's properties.
     *
     * @throws org.springframework.boot.context.properties.bind.BindException when one has a value of a wrong type
     */
    public static RendererSettings of(ConfigurableEnvironment environment) {
        ConfigurationPropertySources.attach(environment);
        return new RendererSettings(
                Binder.get(environment).bindOrCreate(VaultRendererProperties.PREFIX, VaultRendererProperties.class));
    }

    /** What properties that were read already say. */
    public static RendererSettings of(VaultRendererProperties properties) {
        return new RendererSettings(properties);
    }

    /**
     * A renderer that may be changed before it is built.
     *
     * @throws ConfigurationException without an address or a way to get a token, and for a limit that is negative
     */
    public VaultRenderer.Builder renderer() {
        return renderer(connection());
    }

    /** Where Vault is and how to get a token there. */
    public VaultConnectionDetails connection() {
        return new PropertiesVaultConnectionDetails(properties);
    }

    VaultRenderer.Builder renderer(VaultConnectionDetails vault) {
        VaultRenderer.Builder renderer = VaultRenderer.builder()
                .vault(vault.endpoint())
                .login(vault.login())
                .retry(RetryPolicy.DEFAULT.within(properties.timeout()));
        VaultRendererProperties.Limits limits = properties.limits();
        return limits == null ? renderer : renderer.limits(limits(limits));
    }

    static RenderLimits limits(VaultRendererProperties.Limits limits) {
        long bytes = limits.outputSize().toBytes();
        if (bytes < 0 || limits.time().isNegative()) {
            throw new ConfigurationException(
                    "a limit is negative: vault-renderer.limits." + (bytes < 0 ? "output-size" : "time"),
                    "Set a size such as 64MB and a time such as 1m, or leave them unset.");
        }
        // No text of Java's is longer.
        return new RenderLimits((int) Math.min(bytes, Integer.MAX_VALUE), limits.time());
    }

    /**
     * The templates to render.
     *
     * @throws ConfigurationException when a job lacks its template or destination, or
     *     its mode is none
     */
    public List<RenderJob> jobs() {
        return PropertiesRenderJobs.of(properties).toList();
    }
}
