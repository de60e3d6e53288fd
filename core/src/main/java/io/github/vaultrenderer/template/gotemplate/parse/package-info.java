/**
 * Go templates as trees. Knows nothing of execution, of functions beyond their names, or of Vault.
 *
 * @see <a href="https://pkg.go.dev/text/template/parse">Go package text/template/parse</a>
 */
@NullMarked
package io.github.vaultrenderer.template.gotemplate.parse;

import org.jspecify.annotations.NullMarked;
