package io.github.vaultrenderer.app.settings.consultemplate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills in what a layer does not say, for the blocks that stand in several places. */
final class Defaults {

    private static final int WAIT_FACTOR = 4;
    private static final Duration KILL_TIMEOUT = Duration.ofSeconds(30);

    private final Layer layer;

    Defaults(Layer layer) {
        this.layer = layer;
    }

    String text(String path, String otherwise) {
        return or(layer.text(path), otherwise);
    }

    boolean truth(String path, boolean otherwise) {
        return or(layer.truth(path), otherwise);
    }

    Duration duration(String path, Duration otherwise) {
        return or(layer.duration(path), otherwise);
    }

    Signal signal(String path, Signal otherwise) {
        return or(layer.signal(path), otherwise);
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    /** Numbers beyond an {@code int} are as good as its largest. */
    int whole(String path, int otherwise) {
        Long whole = layer.whole(path);
        return whole == null ? otherwise : (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, whole));
    }

    List<String> words(String path) {
        return or(layer.words(path), List.of());
    }

    /** A list and what its older name adds to it. */
    List<String> words(String path, String older) {
        List<String> all = new ArrayList<>(words(path));
        for (String word : words(older)) {
            if (!words(path).contains(word)) {
                all.add(word);
            }
        }
        return all;
    }

    WaitConfig quiescence() {
        Duration min = duration("wait.min", Duration.ZERO);
        // Nothing is multiplied where there is nothing: Duration does it by way of BigDecimal, whose tables take longer
        // than all settings.
        Duration max = duration("wait.max", min.isZero() ? min : min.multipliedBy(WAIT_FACTOR));
        return new WaitConfig(truth("wait.bool", !min.isZero()), min, max);
    }

    /**
     * A program to run.
     *
     * @param command what else can name it
     * @param timeout how long it may run unless its block says so
     */
    ExecConfig exec(@Nullable List<String> command, Duration timeout) {
        List<String> own = layer.words("exec.command");
        List<String> words = own != null ? own : command != null ? command : List.of();
        boolean empty = words.isEmpty() || words.get(0).isEmpty();
        ExecEnvironment environment = new ExecEnvironment(
                truth("exec.env.pristine", false),
                words("exec.env.custom"),
                words("exec.env.allowlist", "exec.env.whitelist"),
                words("exec.env.denylist", "exec.env.blacklist"));
        return new ExecConfig(
                truth("exec.enabled", !empty),
                words,
                environment,
                layer.signal("exec.kill_signal"),
                duration("exec.kill_timeout", KILL_TIMEOUT),
                layer.signal("exec.reload_signal"),
                duration("exec.splay", Duration.ZERO),
                duration("exec.timeout", timeout));
    }
}
