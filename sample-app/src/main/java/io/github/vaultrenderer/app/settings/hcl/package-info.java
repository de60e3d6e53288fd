/**
 * HCL 1, the language of consul-template's files, and JSON, which it takes in its place.
 *
 * @see <a href="https://github.com/hashicorp/hcl/tree/hcl1">HCL 1</a>
 */
@NullMarked
package io.github.vaultrenderer.app.settings.hcl;

import org.jspecify.annotations.NullMarked;
