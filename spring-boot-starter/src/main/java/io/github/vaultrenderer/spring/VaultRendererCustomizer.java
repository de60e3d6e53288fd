package io.github.vaultrenderer.spring;

import io.github.vaultrenderer.VaultRenderer;

/** Changes the renderer before it is built. Every bean of this type is asked, in order. */
@FunctionalInterface
public interface VaultRendererCustomizer {

    /** Changes what the properties set. */
    void customize(VaultRenderer.Builder builder);
}
