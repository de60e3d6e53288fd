package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.parse.Runes;
import org.jspecify.annotations.Nullable;

/** consul-template's functions that write values as texts. */
final class FormatFunctions {

    private FormatFunctions() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "toJSON" -> PureFunction.exactly(name, 1, a -> new JsonText(true, false).of(a.get(0)));
            case "toJSONPretty" -> PureFunction.exactly(name, 1, a -> new JsonText(true, true).of(a.get(0)));
            case "toUnescapedJSON" -> PureFunction.exactly(name, 1, a -> new JsonText(false, false).of(a.get(0)));
            case "toUnescapedJSONPretty" -> PureFunction.exactly(name, 1, a -> new JsonText(false, true).of(a.get(0)));
            case "toYAML" -> PureFunction.exactly(name, 1, a -> Runes.trimSpace(YamlText.of(a.get(0))));
            case "toTOML" -> PureFunction.exactly(name, 1, a -> Runes.trimSpace(new TomlText().of(a.get(0))));
            default -> null;
        };
    }
}
