package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Function;
import java.util.Map;

/** consul-template's {@code scratch}: a place for a template's own values while it is rendered. */
final class ScratchFunctions {

    private ScratchFunctions() {}

    static Map<String, Function> functions() {
        return Map.of("scratch", (execution, values) -> {
            Arguments.exactly(0, "scratch", values);
            return execution.kept(Scratch.class, Scratch::new);
        });
    }
}
