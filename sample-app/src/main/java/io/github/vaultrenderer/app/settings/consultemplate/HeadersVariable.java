package io.github.vaultrenderer.app.settings.consultemplate;

import io.github.vaultrenderer.failure.ConfigurationException;
import io.github.vaultrenderer.redact.Sensitive;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * {@code VAULT_HEADERS}: a JSON object of texts, as {@code {"X-Team":"blue"}}. Loaded only where it is set.
 *
 * @see <a href="https://github.com/hashicorp/vault/blob/api/v1.20.0/api/client.go">Vault, package api, NewClient</a>
 */
final class HeadersVariable {

    private HeadersVariable() {}

    /** Of a name that is there twice, the last value counts, as Go's decoder has it. */
    static Map<String, Sensitive> parse(String text) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            Map<String, Sensitive> headers = new LinkedHashMap<>();
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw malformed();
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() != JsonToken.VALUE_STRING) {
                    throw malformed();
                }
                headers.put(name, Sensitive.of(parser.getString()));
            }
            if (parser.nextToken() != null) {
                throw malformed();
            }
            return headers;
        } catch (JacksonException notJson) {
            throw malformed();
        }
    }

    /** Without the text itself: a password may be in it. */
    private static ConfigurationException malformed() {
        return new ConfigurationException(
                "VAULT_HEADERS is no JSON object of texts",
                "Write it as {\"X-Team\":\"blue\",\"Authorization\":\"Basic …\"}, or leave it unset.");
    }
}
