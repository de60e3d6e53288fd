package io.github.vaultrenderer.app.settings.consultemplate;

/**
 * Logging to syslog.
 *
 * @param enabled when not set: whether one of the others was
 * @param facility the facility (LOCAL0)
 * @param name the program's name (consul-template)
 */
public record Syslog(boolean enabled, String facility, String name) {}
