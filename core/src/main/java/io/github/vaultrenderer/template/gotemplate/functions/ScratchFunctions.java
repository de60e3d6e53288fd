package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Function;
import org.jspecify.annotations.Nullable;

/** consul-template's {@code scratch}: a place for a template's own values while it is rendered. */
final class ScratchFunctions {

    private ScratchFunctions() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "scratch" ->
                (execution, values) -> {
                    Arguments.exactly(0, "scratch", values);
                    return execution.kept(Scratch.class, Scratch::new);
                };
            default -> null;
        };
    }
}
