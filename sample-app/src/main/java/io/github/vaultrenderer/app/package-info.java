/**
 * The renderer as a program: {@link io.github.vaultrenderer.app.RendererApplication} makes a plan of what it was given
 * ({@code settings}), {@link io.github.vaultrenderer.app.RendererCommand} carries it out, and the result is an exit code,
 * a line on standard error and the pod's termination message.
 */
@NullMarked
package io.github.vaultrenderer.app;

import org.jspecify.annotations.NullMarked;
