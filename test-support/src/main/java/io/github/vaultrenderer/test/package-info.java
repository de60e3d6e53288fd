/**
 * Vault for tests: {@link io.github.vaultrenderer.test.EmbeddedVault} in the JVM, {@link
 * io.github.vaultrenderer.test.VaultProcess} from a binary, both set up through {@link
 * io.github.vaultrenderer.test.VaultAdmin}; and what stands for a cluster: {@link
 * io.github.vaultrenderer.test.ServiceAccountIssuer} and {@link io.github.vaultrenderer.test.EmbeddedTokenReview}. {@link
 * io.github.vaultrenderer.test.VaultScenario} puts them together, and {@link io.github.vaultrenderer.test.VaultExtension}
 * starts them for a JUnit class.
 */
@NullMarked
package io.github.vaultrenderer.test;

import org.jspecify.annotations.NullMarked;
