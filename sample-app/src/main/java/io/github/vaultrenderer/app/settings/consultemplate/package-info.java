/**
 * What consul-template can be told, by flags, files and variables, as one immutable
 * {@link io.github.vaultrenderer.app.settings.consultemplate.ConsulTemplateConfig}. Nothing here knows what is done with
 * it.
 *
 * @see <a href="https://github.com/hashicorp/consul-template/tree/v0.41.1/config">consul-template's package config</a>
 */
@NullMarked
package io.github.vaultrenderer.app.settings.consultemplate;

import org.jspecify.annotations.NullMarked;
