package io.github.vaultrenderer.auth;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The form in which Vault Agent leaves a token that it had wrapped: {@code {"token":"hvs.…","ttl":300,…}}.
 *
 * @see <a href="https://pkg.go.dev/github.com/hashicorp/vault/api#SecretWrapInfo">SecretWrapInfo</a>
 */
final class WrapInfo {

    private static final String TOKEN = "token";

    private WrapInfo() {}

    /** The token in a text: that of the JSON object that it is, or the text itself; empty for an object without one. */
    static String token(String text) {
        String stripped = text.strip();
        if (!stripped.startsWith("{")) {
            return stripped;
        }
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), stripped)) {
            String token = field(parser);
            return token == null ? "" : token.strip();
        } catch (JacksonException notJson) {
            return stripped;
        }
    }

    private static @Nullable String field(JsonParser parser) {
        String token = null;
        parser.nextToken();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            // Go's decoder takes a name in any case.
            boolean wanted = TOKEN.equalsIgnoreCase(parser.currentName());
            JsonToken value = parser.nextToken();
            if (wanted && value == JsonToken.VALUE_STRING) {
                token = parser.getString();
            }
            parser.skipChildren();
        }
        return token;
    }
}
