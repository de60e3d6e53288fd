package io.github.vaultrenderer.render;

import io.github.vaultrenderer.redact.Sensitive;
import java.nio.file.Path;

/**
 * A file to be written.
 *
 * @param path where
 * @param content what
 * @param mode its permissions
 */
public record OutputFile(Path path, Sensitive content, FileMode mode) {}
