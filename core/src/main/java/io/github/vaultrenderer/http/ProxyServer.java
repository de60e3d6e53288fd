package io.github.vaultrenderer.http;

import io.github.vaultrenderer.failure.ConfigurationException;
import io.github.vaultrenderer.redact.Sensitive;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A proxy between us and Vault. TLS goes through it to Vault itself: an HTTP proxy is asked to CONNECT.
 *
 * <p>The JDK sends no password to a proxy that is to CONNECT unless the system property {@code
 * jdk.http.auth.tunneling.disabledSchemes} is empty before the first connection; the program sets it, a library must not.
 *
 * @param kind what the proxy speaks
 * @param host its host
 * @param port its port
 * @param user who we are to it; empty for nobody
 * @param password and the proof
 * @see <a href="https://pkg.go.dev/golang.org/x/net/http/httpproxy#Config">httpproxy, which Vault's own clients use</a>
 */
public record ProxyServer(Kind kind, String host, int port, String user, Sensitive password) {

    /** What a proxy speaks. */
    public enum Kind {
        /** HTTP: CONNECT for https addresses, whole URLs for http addresses. */
        HTTP(80, Proxy.Type.HTTP),
        /** SOCKS version 5. */
        SOCKS(1080, Proxy.Type.SOCKS);

        private final int defaultPort;
        private final Proxy.Type type;

        Kind(int defaultPort, Proxy.Type type) {
            this.defaultPort = defaultPort;
            this.type = type;
        }
    }

    /**
     * Reads what the usual variables hold.
     *
     * @param text a URL such as {@code http://proxy:3128} or {@code socks5://proxy}, or host and port alone
     * @throws ConfigurationException when it is none, or is a kind of proxy that the JDK does not know
     */
    public static ProxyServer of(String text) {
        URI uri = parsed(text.strip());
        Kind kind = switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
            case "http" -> Kind.HTTP;
            case "socks5", "socks5h" -> Kind.SOCKS;
            default -> throw unusable("it is not an http or socks5 proxy");
        };
        String[] login = login(uri);
        if (kind == Kind.SOCKS && !login[0].isEmpty()) {
            throw unusable("a socks5 proxy that wants a password cannot be used");
        }
        int port = uri.getPort() < 0 ? kind.defaultPort : uri.getPort();
        return new ProxyServer(kind, uri.getHost(), port, login[0], Sensitive.of(login[1]));
    }

    Proxy route() {
        return new Proxy(kind.type, new InetSocketAddress(host, port));
    }

    /** Answers the proxy when it asks who we are; nobody else, Vault included. */
    @Nullable
    Authenticator authenticator() {
        if (user.isEmpty()) {
            return null;
        }
        return new Authenticator() {
            @Override
            protected @Nullable PasswordAuthentication getPasswordAuthentication() {
                return getRequestorType() == RequestorType.PROXY
                        ? new PasswordAuthentication(user, password.reveal().toCharArray())
                        : null;
            }
        };
    }

    /** As Go does: what is no URL with a scheme and a host is tried again with http:// before it. */
    private static URI parsed(String text) {
        URI uri = parsedOrNull(text);
        if (uri == null) {
            uri = parsedOrNull("http://" + text);
        }
        if (uri == null) {
            throw unusable("it is not a URL");
        }
        return uri;
    }

    private static @Nullable URI parsedOrNull(String text) {
        try {
            URI uri = new URI(text);
            return uri.getScheme() == null || uri.getHost() == null ? null : uri;
        } catch (URISyntaxException notOne) {
            return null;
        }
    }

    /** A colon ends the name: HTTP's own form of it has no way to write one there. */
    private static String[] login(URI uri) {
        String info = uri.getUserInfo() == null ? "" : uri.getUserInfo();
        int colon = info.indexOf(':');
        return colon < 0 ? new String[] {info, ""} : new String[] {info.substring(0, colon), info.substring(colon + 1)};
    }

    /** Without the text itself: a password may be in it. */
    private static ConfigurationException unusable(String why) {
        return new ConfigurationException(
                "the proxy in HTTPS_PROXY or HTTP_PROXY cannot be used: " + why,
                "Write http://host:port or socks5://host:port there, or name Vault's host in NO_PROXY.");
    }
}
