package io.github.vaultrenderer.template;

import java.time.Duration;

/**
 * How much one rendering of one template may cost. A template that loops for ever ends in an error that names the limit,
 * and not in the node's memory or at the pod's deadline.
 *
 * @param outputSize the most bytes of output, in FreeMarker characters; also of a text within a Go template
 * @param time the longest that one pass may take; waiting for Vault is not part of it
 */
public record RenderLimits(int outputSize, Duration time) {

    /** 64 MiB: far above the files that programs are configured with. */
    public static final int DEFAULT_OUTPUT_SIZE = 64 * 1024 * 1024;

    /** A minute: templates take milliseconds, on a throttled CPU too. */
    public static final Duration DEFAULT_TIME = Duration.ofMinutes(1);

    /** The limits of who sets none. */
    public static final RenderLimits DEFAULT = new RenderLimits(DEFAULT_OUTPUT_SIZE, DEFAULT_TIME);

    public RenderLimits {
        if (outputSize < 0 || time.isNegative()) {
            throw new IllegalArgumentException("a limit must not be negative");
        }
    }

    /** These with another size of the output. */
    public RenderLimits outputSize(int bytes) {
        return new RenderLimits(bytes, time);
    }

    /** These with another time. */
    public RenderLimits time(Duration longest) {
        return new RenderLimits(outputSize, longest);
    }
}
