package io.github.vaultrenderer.spring;

import io.github.vaultrenderer.RenderJob;
import io.github.vaultrenderer.VaultRenderer;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Makes a {@link VaultRenderer} where {@code vault-renderer.address} is set or a {@link VaultConnectionDetails} is there.
 * Nothing is asked of Vault until the renderer is used, or {@code vault-renderer.render-on-startup} asks for it.
 */
@AutoConfiguration
@EnableConfigurationProperties(VaultRendererProperties.class)
public final class VaultRendererAutoConfiguration {

    VaultRendererAutoConfiguration() {}

    @Bean
    @ConditionalOnProperty("vault-renderer.address")
    @ConditionalOnMissingBean(VaultConnectionDetails.class)
    PropertiesVaultConnectionDetails vaultConnectionDetails(VaultRendererProperties properties) {
        return new PropertiesVaultConnectionDetails(properties);
    }

    @Bean
    @ConditionalOnBean(VaultConnectionDetails.class)
    @ConditionalOnMissingBean
    VaultRenderer vaultRenderer(
            VaultConnectionDetails vault,
            VaultRendererProperties properties,
            ObjectProvider<VaultRendererCustomizer> customizers) {
        VaultRenderer.Builder builder = RendererSettings.of(properties).renderer(vault);
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }

    @Bean
    @ConditionalOnMissingBean
    RenderJobs vaultRenderJobs(VaultRendererProperties properties, ObjectProvider<RenderJob> beans) {
        return new RenderJobs(Stream.concat(RendererSettings.of(properties).jobs().stream(), beans.orderedStream())
                .toList());
    }

    @Bean
    @ConditionalOnBean(VaultRenderer.class)
    @ConditionalOnMissingBean
    @ConditionalOnProperty("vault-renderer.render-on-startup")
    RenderOnStartup renderOnStartup(VaultRenderer renderer, RenderJobs jobs) {
        return new RenderOnStartup(renderer, jobs);
    }
}
