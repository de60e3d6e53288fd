package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoFormat;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** consul-template's functions on texts. */
final class TextFunctions {

    private TextFunctions() {}

    static Map<String, Function> functions() {
        return Map.of(
                "toLower",
                mapping("toLower", text -> GoText.encode(GoText.decode(text).toLowerCase(Locale.ROOT))),
                "toUpper",
                mapping("toUpper", text -> GoText.encode(GoText.decode(text).toUpperCase(Locale.ROOT))),
                "trimSpace",
                mapping("trimSpace", text -> GoText.encode(GoText.decode(text).strip())),
                "base64Encode",
                mapping("base64Encode", text -> Base64.getEncoder().encodeToString(GoText.bytes(text))),
                "base64Decode",
                (execution, values) -> base64Decode(Arguments.exactly(1, "base64Decode", values)),
                "replaceAll",
                (execution, values) -> replaceAll(Arguments.exactly(3, "replaceAll", values)),
                "split",
                (execution, values) -> split(Arguments.exactly(2, "split", values)),
                "join",
                (execution, values) -> join(Arguments.exactly(2, "join", values)));
    }

    private static Function mapping(String name, UnaryOperator<String> operator) {
        return (execution, values) ->
                operator.apply(Arguments.exactly(1, name, values).text(0));
    }

    private static Object base64Decode(Arguments arguments) throws FunctionException {
        try {
            String clean = arguments.text(0).replaceAll("[\\r\\n]", "");
            return new String(
                    Base64.getDecoder().decode(clean.getBytes(StandardCharsets.ISO_8859_1)),
                    StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException malformed) {
            throw FunctionException.failed("base64Decode: illegal base64 data");
        }
    }

    private static Object replaceAll(Arguments arguments) throws FunctionException {
        return arguments.text(2).replace(arguments.text(0), arguments.text(1));
    }

    private static Object split(Arguments arguments) throws FunctionException {
        String separator = arguments.text(0);
        String text = arguments.text(1).strip();
        List<@Nullable Object> parts = new ArrayList<>();
        if (text.isEmpty()) {
            return parts;
        }
        if (separator.isEmpty()) {
            GoText.decode(text).codePoints().forEach(c -> parts.add(GoText.encode(Character.toString(c))));
            return parts;
        }
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static Object join(Arguments arguments) throws FunctionException {
        return String.join(
                arguments.text(0),
                arguments.list(1).stream().map(GoFormat::print).toList());
    }
}
