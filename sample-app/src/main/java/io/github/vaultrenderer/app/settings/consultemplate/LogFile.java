package io.github.vaultrenderer.app.settings.consultemplate;

import java.time.Duration;

/**
 * A file to log to, beside standard error ({@code log_file}).
 *
 * @param path empty for none; a folder when it ends in a slash
 * @param rotateBytes the size after which a new one is begun; 0 for any (0)
 * @param rotateDuration the time after which a new one is begun (24h)
 * @param rotateMaxFiles how many old ones to keep; 0 for all (0)
 */
public record LogFile(String path, int rotateBytes, Duration rotateDuration, int rotateMaxFiles) {}
