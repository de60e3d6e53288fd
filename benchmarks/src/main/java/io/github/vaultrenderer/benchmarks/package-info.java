/**
 * The program beside its peers, over the same Vault, in turns: how long they take, how much processor time and memory. Run
 * by {@code mvn -Pimage,benchmarks verify -DskipTests}; see docs/benchmarks.md.
 */
@NullMarked
package io.github.vaultrenderer.benchmarks;

import org.jspecify.annotations.NullMarked;
