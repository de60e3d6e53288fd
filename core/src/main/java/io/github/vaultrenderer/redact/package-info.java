/** Keeps secrets out of whatever people read: values that cannot be printed by accident, and texts cleaned of them. */
@NullMarked
package io.github.vaultrenderer.redact;

import org.jspecify.annotations.NullMarked;
