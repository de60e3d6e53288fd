package io.github.vaultrenderer.app.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which variables a program sees that we run.
 *
 * @param pristine whether it sees none of ours
 * @param allowed patterns of names: with any, only variables of ours that one matches are seen
 * @param denied … and variables of ours that one of these matches are not
 * @param added variables that it sees in any case, by name
 * @see <a href="https://github.com/hashicorp/consul-template/blob/v0.41.1/config/env.go">consul-template, EnvConfig</a>
 */
public record CommandEnvironment(
        boolean pristine, List<String> allowed, List<String> denied, Map<String, String> added) {

    /** Ours, whole. */
    public static final CommandEnvironment OURS = new CommandEnvironment(false, List.of(), List.of(), Map.of());

    public CommandEnvironment {
        allowed = List.copyOf(allowed);
        denied = List.copyOf(denied);
        added = Map.copyOf(added);
    }

    /**
     * The variables.
     *
     * @param ours our own
     */
    public Map<String, String> of(Map<String, String> ours) {
        Map<String, String> seen = new HashMap<>();
        if (!pristine) {
            ours.forEach((name, value) -> {
                if ((allowed.isEmpty() || matches(allowed, name)) && !matches(denied, name)) {
                    seen.put(name, value);
                }
            });
        }
        seen.putAll(added);
        return seen;
    }

    private static boolean matches(List<String> patterns, String name) {
        for (String pattern : patterns) {
            if (NamePattern.matches(pattern, name)) {
                return true;
            }
        }
        return false;
    }
}
