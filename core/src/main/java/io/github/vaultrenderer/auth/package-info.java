/**
 * From a pod's identity to a Vault token: who we are ({@link io.github.vaultrenderer.auth.PodIdentity}), how that becomes
 * a token ({@link io.github.vaultrenderer.auth.VaultLogin}), and the token's life
 * ({@link io.github.vaultrenderer.auth.TokenKeeper}).
 */
@NullMarked
package io.github.vaultrenderer.auth;

import org.jspecify.annotations.NullMarked;
