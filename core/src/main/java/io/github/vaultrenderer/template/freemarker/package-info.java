/** FreeMarker templates, shut off from Java: they see secrets, the environment and FreeMarker's own functions only. */
@NullMarked
package io.github.vaultrenderer.template.freemarker;

import org.jspecify.annotations.NullMarked;
