package io.github.vaultrenderer.http;

import io.github.vaultrenderer.failure.ConfigurationException;
import io.github.vaultrenderer.redact.Sensitive;
import java.util.Map;

/**
 * What goes with every request, for the sake of what is between us and Vault.
 *
 * @param headers further headers by name; none by default. Their values may be credentials, and are taken out of error
 *     texts. One that we send ourselves is replaced by that of the same name here, but for
 *     {@code Content-Type}; those that the JDK keeps to itself, such as {@code Host}, are not sent
 * @param followRedirects whether a redirect within Vault's own address is followed; {@code true} by default
 */
public record RequestOptions(Map<String, Sensitive> headers, boolean followRedirects) {

    /** No further headers, and redirects are followed. */
    public static final RequestOptions DEFAULT = new RequestOptions(Map.of(), true);

    private static final String OURS = "X-Vault-";

    /**
     * @throws ConfigurationException for a header that Vault's own protocol needs ({@code X-Vault-…}), or one whose name or
     *     value is none for HTTP
     */
    public RequestOptions {
        headers = Map.copyOf(headers);
        for (Map.Entry<String, Sensitive> header : headers.entrySet()) {
            check(header.getKey(), header.getValue().reveal());
        }
    }

    private static void check(String name, String value) {
        if (name.regionMatches(true, 0, OURS, 0, OURS.length())) {
            throw new ConfigurationException(
                    "the header " + name + " cannot be set: those that begin with X-Vault- are the client's own",
                    "Leave it out; the namespace, say, has a setting (VAULT_NAMESPACE).");
        }
        if (!isName(name)) {
            throw new ConfigurationException(
                    "\"" + name + "\" is no name of an HTTP header", "Use letters, digits and dashes only.");
        }
        for (int i = 0; i < value.length(); i++) {
            if ((value.charAt(i) < ' ' && value.charAt(i) != '\t') || value.charAt(i) == 0x7F) {
                throw new ConfigurationException(
                        "the value of the header " + name + " has a control character in it",
                        "Write it on one line, without a line's end.");
            }
        }
    }

    /**
     * A token of HTTP.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-tokens">RFC 9110, tokens</a>
     */
    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!alphanumeric && "!#$%&'*+-.^_`|~".indexOf(c) < 0) {
                return false;
            }
        }
        return !name.isEmpty();
    }
}
