package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Execution;
import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** consul-template's functions that tell the time. */
final class TimeFunctions {

    private static final String RFC3339 = "2006-01-02T15:04:05Z07:00";

    private TimeFunctions() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "timestamp" -> TimeFunctions::timestamp;
            default -> null;
        };
    }

    private static Object timestamp(Execution execution, List<@Nullable Object> values) throws FunctionException {
        List<String> layouts = new Arguments("timestamp", values).textsFrom(0);
        if (layouts.size() > 1) {
            throw FunctionException.failed(
                    "timestamp: wrong number of arguments, expected 0 or 1, but got " + layouts.size());
        }
        String layout = layouts.isEmpty() ? RFC3339 : layouts.get(0);
        return layout.equals("unix")
                ? Long.toString(execution.now().getEpochSecond())
                : GoTimeLayout.format(layout, execution.now());
    }
}
