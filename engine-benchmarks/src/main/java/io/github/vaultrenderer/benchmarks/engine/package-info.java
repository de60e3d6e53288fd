/** Our engine for Go templates beside Go's. */
@NullMarked
package io.github.vaultrenderer.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
