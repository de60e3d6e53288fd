package io.github.vaultrenderer.secrets;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The {@code a=b&c=d} behind a path's question mark. What is no parameter is left out.
 *
 * @see <a href="https://pkg.go.dev/net/url#ParseQuery">Go's net/url, whose rules these are</a>
 */
final class QueryString {

    private QueryString() {}

    static Map<String, String> parse(String text) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (!pair.isEmpty() && pair.indexOf(';') < 0 && name != null && value != null) {
                parameters.put(name, value);
            }
        }
        return parameters;
    }

    private static @Nullable String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEscaped) {
            return null;
        }
    }
}
