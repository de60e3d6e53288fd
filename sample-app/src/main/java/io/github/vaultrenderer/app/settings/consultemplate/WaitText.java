package io.github.vaultrenderer.app.settings.consultemplate;

import java.time.Duration;

/**
 * {@code min} or {@code min:max}.
 *
 * @param min the shorter time
 * @param max the longer time, four times {@code min} if not given
 * @see <a href="https://github.com/hashicorp/consul-template/blob/v0.41.1/config/wait.go">consul-template,
 *     ParseWaitConfig</a>
 */
record WaitText(Duration min, Duration max) {

    private static final int DEFAULT_FACTOR = 4;

    static WaitText parse(String text) throws MalformedValueException {
        String[] parts = text.strip().split(":", -1);
        if (parts.length > 2) {
            throw malformed();
        }
        Duration min = GoDuration.parse(parts[0].strip());
        Duration max = parts.length == 2 ? GoDuration.parse(parts[1].strip()) : min.multipliedBy(DEFAULT_FACTOR);
        if (min.isNegative() || max.compareTo(min) < 0) {
            throw malformed();
        }
        return new WaitText(min, max);
    }

    /** Makes the settings of the block that it stands for. */
    void set(String prefix, Layer.Builder into) {
        into.set(prefix + "wait.min", min);
        into.set(prefix + "wait.max", max);
    }

    private static MalformedValueException malformed() {
        return new MalformedValueException(
                "min or min:max, as 5s:20s, with min not longer than max and neither negative");
    }
}
