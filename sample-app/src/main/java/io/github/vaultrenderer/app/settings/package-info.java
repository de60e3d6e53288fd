/**
 * What the program was told, whichever way: Spring properties, the environment, or the arguments of the programs that it
 * replaces. Each way ends in the same {@link io.github.vaultrenderer.app.settings.RenderPlan}.
 */
@NullMarked
package io.github.vaultrenderer.app.settings;

import org.jspecify.annotations.NullMarked;
