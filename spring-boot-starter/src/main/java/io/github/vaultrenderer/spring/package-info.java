/** Wires the renderer into Spring Boot; holds no logic of its own. */
@NullMarked
package io.github.vaultrenderer.spring;

import org.jspecify.annotations.NullMarked;
