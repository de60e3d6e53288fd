/**
 * The only network seam: one request to Vault and its answer ({@link io.github.vaultrenderer.http.VaultHttp}), what a
 * refusal means ({@link io.github.vaultrenderer.http.VaultHttpException}) and what is worth another try
 * ({@link io.github.vaultrenderer.http.RetryPolicy}).
 */
@NullMarked
package io.github.vaultrenderer.http;

import org.jspecify.annotations.NullMarked;
