package io.github.vaultrenderer.app.settings.consultemplate;

/**
 * What an action of a template begins and ends with.
 *
 * @param left empty for the default: of all templates, then <code>{{</code>
 * @param right empty for the default: of all templates, then <code>}}</code>
 */
public record Delimiters(String left, String right) {}
