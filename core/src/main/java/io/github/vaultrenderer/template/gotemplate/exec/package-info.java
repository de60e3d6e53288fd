/**
 * Executes parsed Go templates.
 *
 * <p>Values are Java's: {@code Boolean}, {@code Long} (Go's int), {@code Double} (float64), {@code String} (a {@linkplain
 * io.github.vaultrenderer.template.gotemplate.parse.GoText Go string}), {@code List}, {@code Map}, {@link
 * io.github.vaultrenderer.secrets.VaultNumber} (json.Number, a kind of string), {@link
 * io.github.vaultrenderer.secrets.Secret} (a pointer to a struct), and {@code null} (nil).
 *
 * @see <a href="https://pkg.go.dev/text/template">Go package text/template</a>
 */
@NullMarked
package io.github.vaultrenderer.template.gotemplate.exec;

import org.jspecify.annotations.NullMarked;
