package io.github.vaultrenderer.app.settings;

import io.github.vaultrenderer.http.ProxyServer;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The proxy that the environment names: {@code HTTPS_PROXY} for https addresses, {@code HTTP_PROXY} for http ones, none for
 * this machine and for what {@code NO_PROXY} lists, each also in small letters. The rules are those of Go, which both of the
 * replaced programs follow.
 *
 * @see <a href="https://pkg.go.dev/golang.org/x/net/http/httpproxy#Config">Package httpproxy</a>
 */
final class ProxyVariables {

    private static final int IPV4_PARTS = 4;

    private ProxyVariables() {}

    /** The proxy for an address; {@code null} for none. */
    static @Nullable ProxyServer proxyFor(URI address, Map<String, String> environment) {
        boolean https = "https".equalsIgnoreCase(address.getScheme());
        String proxy = variable(environment, https ? "HTTPS_PROXY" : "HTTP_PROXY");
        if (proxy.isEmpty() || !wanted(address, https, variable(environment, "NO_PROXY"))) {
            return null;
        }
        return ProxyServer.of(proxy);
    }

    private static String variable(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        return value.isEmpty() ? environment.getOrDefault(name.toLowerCase(Locale.ROOT), "") : value;
    }

    private static boolean wanted(URI address, boolean https, String exceptions) {
        String host = withoutBrackets(address.getHost()).toLowerCase(Locale.ROOT);
        InetAddress ip = literal(host);
        if (host.equals("localhost") || (ip != null && ip.isLoopbackAddress())) {
            return false;
        }
        int port = address.getPort() >= 0 ? address.getPort() : https ? 443 : 80;
        for (String exception : exceptions.split(",", -1)) {
            String pattern = exception.strip().toLowerCase(Locale.ROOT);
            if (pattern.equals("*") || (!pattern.isEmpty() && names(pattern, host, ip, port))) {
                return false;
            }
        }
        return true;
    }

    private static boolean names(String pattern, String host, @Nullable InetAddress ip, int port) {
        int slash = pattern.indexOf('/');
        if (slash >= 0) {
            return ip != null && inNetwork(pattern, slash, ip);
        }
        String name = pattern;
        // One colon divides the port; more make an IPv6 address, which needs brackets to have one.
        int colon = pattern.lastIndexOf(':');
        boolean hasPort = colon >= 0 && (colon == pattern.indexOf(':') || pattern.charAt(colon - 1) == ']');
        if (hasPort) {
            if (!pattern.substring(colon + 1).equals(String.valueOf(port))) {
                return false;
            }
            name = pattern.substring(0, colon);
        }
        InetAddress listed = literal(withoutBrackets(name));
        return listed != null ? listed.equals(ip) : !name.isEmpty() && inDomain(name, host);
    }

    /** {@code example.com} names itself and what is below it; {@code .example.com} and {@code *.example.com} the latter. */
    private static boolean inDomain(String name, String host) {
        String domain = name.startsWith("*.") ? name.substring(1) : name;
        return domain.startsWith(".") ? host.endsWith(domain) : host.equals(domain) || host.endsWith("." + domain);
    }

    private static boolean inNetwork(String pattern, int slash, InetAddress ip) {
        InetAddress network = literal(pattern.substring(0, slash));
        int bits;
        try {
            bits = Integer.parseInt(pattern.substring(slash + 1));
        } catch (NumberFormatException notANetwork) {
            return false;
        }
        byte[] ours = ip.getAddress();
        if (network == null || network.getAddress().length != ours.length || bits < 0 || bits > ours.length * 8) {
            return false;
        }
        byte[] theirs = network.getAddress();
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit & 7);
            if (((ours[bit >> 3] ^ theirs[bit >> 3]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** An address that is written as one; a name is never looked up. */
    private static @Nullable InetAddress literal(String text) {
        try {
            return text.indexOf(':') >= 0 || dotted(text) ? InetAddress.getByName(text) : null;
        } catch (UnknownHostException notAnAddress) {
            return null;
        }
    }

    private static boolean dotted(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != IPV4_PARTS) {
            return false;
        }
        for (String part : parts) {
            if (part.isEmpty() || part.length() > 3 || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
