package io.github.vaultrenderer.app.settings.consultemplate;

import java.time.Duration;

/**
 * How long to wait for more changes before a template is rendered again.
 *
 * @param enabled when not set: whether {@code min} is longer than nothing
 * @param min how long nothing has to change (0)
 * @param max how long to wait for that at most (four times {@code min})
 */
public record WaitConfig(boolean enabled, Duration min, Duration max) {}
