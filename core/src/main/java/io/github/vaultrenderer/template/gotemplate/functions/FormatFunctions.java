package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.parse.Runes;
import java.util.Map;

/** consul-template's functions that write values as texts. */
final class FormatFunctions {

    private FormatFunctions() {}

    static Map<String, Function> functions() {
        return Map.ofEntries(
                PureFunction.entry("toJSON", 1, a -> new JsonText(true, false).of(a.get(0))),
                PureFunction.entry("toJSONPretty", 1, a -> new JsonText(true, true).of(a.get(0))),
                PureFunction.entry("toUnescapedJSON", 1, a -> new JsonText(false, false).of(a.get(0))),
                PureFunction.entry("toUnescapedJSONPretty", 1, a -> new JsonText(false, true).of(a.get(0))),
                PureFunction.entry("toYAML", 1, a -> Runes.trimSpace(YamlText.of(a.get(0)))),
                PureFunction.entry("toTOML", 1, a -> Runes.trimSpace(new TomlText().of(a.get(0)))));
    }
}
