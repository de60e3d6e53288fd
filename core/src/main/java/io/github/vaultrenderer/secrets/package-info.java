/**
 * Secrets by query: what to read ({@link io.github.vaultrenderer.secrets.SecretQuery}), what came back
 * ({@link io.github.vaultrenderer.secrets.Secret}) and where from ({@link io.github.vaultrenderer.secrets.SecretSource}).
 */
@NullMarked
package io.github.vaultrenderer.secrets;

import org.jspecify.annotations.NullMarked;
