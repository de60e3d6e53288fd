/**
 * Turns a pod's identity into Vault secrets rendered in files. {@link io.github.vaultrenderer.VaultRenderer} is where to
 * start; most users need it, {@link io.github.vaultrenderer.RenderJob}, {@link io.github.vaultrenderer.RenderReport},
 * {@link io.github.vaultrenderer.http.VaultEndpoint} and {@link io.github.vaultrenderer.auth.KubernetesLogin} only.
 *
 * <p>The way of the data, package by package: {@link io.github.vaultrenderer.auth} proves who the pod is and gets a
 * token over {@link io.github.vaultrenderer.http}; {@link io.github.vaultrenderer.secrets} reads with it;
 * {@link io.github.vaultrenderer.template} and its engines make text of what was read; {@link io.github.vaultrenderer.render}
 * repeats that until nothing is missing and publishes the files. {@link io.github.vaultrenderer.failure} and
 * {@link io.github.vaultrenderer.redact} serve all of them. Nothing knows what comes after it, and nothing inside knows
 * this package.
 */
@NullMarked
package io.github.vaultrenderer;

import org.jspecify.annotations.NullMarked;
