/** The functions that templates call, by where they come from: Go's own, Vault's, the environment. */
@NullMarked
package io.github.vaultrenderer.template.gotemplate.functions;

import org.jspecify.annotations.NullMarked;
