/**
 * Go templates with consul-template's functions: {@link io.github.vaultrenderer.template.gotemplate.GoTemplateEngine}.
 *
 * <p>{@code parse} makes trees, {@code exec} walks them, {@code functions} are what they call.
 */
@NullMarked
package io.github.vaultrenderer.template.gotemplate;

import org.jspecify.annotations.NullMarked;
