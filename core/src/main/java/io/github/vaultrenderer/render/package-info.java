/**
 * From templates to files: {@link io.github.vaultrenderer.render.RenderPass} renders until nothing is missing and touches
 * no file, {@link io.github.vaultrenderer.render.FilePublisher} puts the complete set in place.
 */
@NullMarked
package io.github.vaultrenderer.render;

import org.jspecify.annotations.NullMarked;
