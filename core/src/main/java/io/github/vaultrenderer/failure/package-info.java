/** What can go wrong, as one enum that gives exit code and retryability, and the exception that carries it. */
@NullMarked
package io.github.vaultrenderer.failure;

import org.jspecify.annotations.NullMarked;
