package io.github.vaultrenderer.app;

import io.github.vaultrenderer.auth.KubernetesLogin;
import io.github.vaultrenderer.auth.ServiceAccountTokenFile;
import io.github.vaultrenderer.http.ProxyServer;
import io.github.vaultrenderer.http.Trust;
import io.github.vaultrenderer.http.VaultEndpoint;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * The login that we would send as a command for {@code curl} in bash, for people who look for a fault. The service-account
 * token is named by its file and read when the command runs, and reaches curl by its standard input: neither the text nor
 * the list of processes has it.
 *
 * @see <a href="https://curl.se/docs/manpage.html">curl</a>
 */
final class LoginCurl {

    private static final String NEXT = " \\\n  ";

    private LoginCurl() {}

    static String of(VaultEndpoint endpoint, KubernetesLogin login) {
        List<String> parts = new ArrayList<>();
        parts.add("curl --silent --show-error --fail-with-body");
        parts.add("--header 'Content-Type: application/json'");
        parts.add("--header 'X-Vault-Request: true'");
        if (!endpoint.namespace().isEmpty()) {
            parts.add("--header " + quoted("X-Vault-Namespace: " + endpoint.namespace()));
        }
        if ("https".equalsIgnoreCase(endpoint.address().getScheme())) {
            trust(endpoint, parts);
        }
        if (endpoint.proxy() != null) {
            parts.add(proxy(endpoint, endpoint.proxy()));
        }
        parts.add("--data @-");
        parts.add(quoted(address(endpoint) + path(login)));
        return String.join(NEXT, parts) + " <<EOF\n" + body(login) + "\nEOF";
    }

    private static void trust(VaultEndpoint endpoint, List<String> parts) {
        Trust trust = endpoint.trust();
        if (!trust.verify()) {
            parts.add("--insecure");
        }
        if (trust.caPem() != null) {
            parts.add("--cacert <(printf %s " + quoted(trust.caPem()) + ")");
        } else if (trust.caFile() != null) {
            parts.add("--cacert " + quoted(trust.caFile().toString()));
        } else if (trust.caFolder() != null) {
            // Not --capath, which wants names that OpenSSL made of hashes.
            parts.add("--cacert <(find -L " + quoted(trust.caFolder().toString()) + " -type f -exec cat {} +)");
        }
        if (trust.client() != null) {
            parts.add("--cert " + quoted(trust.client().certificate().toString()));
            parts.add("--key " + quoted(trust.client().key().toString()));
        }
        if (trust.serverName() != null) {
            URI address = endpoint.address();
            parts.add("--connect-to "
                    + quoted(trust.serverName() + ":" + port(address) + ":" + address.getHost() + ":" + port(address)));
        }
    }

    /** A password stays where it is, in the variable. */
    private static String proxy(VaultEndpoint endpoint, ProxyServer proxy) {
        if (!proxy.user().isEmpty()) {
            return "https".equalsIgnoreCase(endpoint.address().getScheme())
                    ? "--proxy \"${HTTPS_PROXY:-$https_proxy}\""
                    : "--proxy \"${HTTP_PROXY:-$http_proxy}\"";
        }
        String scheme = proxy.kind() == ProxyServer.Kind.SOCKS ? "socks5h" : "http";
        return "--proxy " + quoted(scheme + "://" + proxy.host() + ":" + proxy.port());
    }

    /** With the name that the certificate has to carry, as curl checks the URL's; --connect-to leads to the right host. */
    private static String address(VaultEndpoint endpoint) {
        URI address = endpoint.address();
        String name = endpoint.trust().serverName();
        if (name == null || !"https".equalsIgnoreCase(address.getScheme())) {
            return address.toString();
        }
        return address.getScheme() + "://" + name + ":" + port(address) + address.getRawPath();
    }

    private static String path(KubernetesLogin login) {
        try {
            return new URI(null, null, "/v1/auth/" + login.mountPath() + "/login", null).toASCIIString();
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException("not a path: " + login.mountPath(), impossible);
        }
    }

    private static String body(KubernetesLogin login) {
        Path file = login.identity() instanceof ServiceAccountTokenFile token
                ? token.path()
                : ServiceAccountTokenFile.DEFAULT_PATH;
        return "{\"role\": \"" + inHereDocument(json(login.role())) + "\", \"jwt\": \"$(cat " + quoted(file.toString())
                + ")\"}";
    }

    private static String json(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsCharArray(text));
    }

    /** What the shell would take for its own there. */
    private static String inHereDocument(String text) {
        return text.replace("\\", "\\\\").replace("$", "\\$").replace("`", "\\`");
    }

    private static String quoted(String text) {
        return !text.isEmpty() && text.chars().allMatch(LoginCurl::isPlain)
                ? text
                : "'" + text.replace("'", "'\\''") + "'";
    }

    private static boolean isPlain(int character) {
        boolean letterOrDigit = character < 128 && Character.isLetterOrDigit(character);
        return letterOrDigit || "/:.,_-@%+=".indexOf(character) >= 0;
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : 443;
    }
}
