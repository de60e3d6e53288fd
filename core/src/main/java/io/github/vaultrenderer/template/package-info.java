/**
 * Templates behind one interface: a {@link io.github.vaultrenderer.template.TemplateEngine} compiles a
 * {@link io.github.vaultrenderer.template.TemplateSource}, and what it compiled renders against a
 * {@link io.github.vaultrenderer.template.RenderContext}, any number of times and in parallel.
 *
 * <p>Rendering never waits for Vault. It recalls what is known and names what is not; whoever renders fetches that and
 * renders again, until nothing is missing.
 */
@NullMarked
package io.github.vaultrenderer.template;

import org.jspecify.annotations.NullMarked;
