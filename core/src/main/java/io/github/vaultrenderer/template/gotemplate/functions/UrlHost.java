package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;

/** The host of a URL with its port. */
final class UrlHost {

    private static final String ZONE = "%25";

    private UrlHost() {}

    static String parse(String scheme, String host) throws FunctionException {
        if (host.lastIndexOf('[') > 0) {
            throw GoUrl.failure("invalid IP-literal");
        }
        if (host.startsWith("[")) {
            return literal(host);
        }
        int first = host.indexOf(':');
        // Databases put several hosts with ports there.
        boolean web = scheme.equals("http") || scheme.equals("https");
        if (first >= 0 && !isPort(host.substring(web ? first : host.lastIndexOf(':')))) {
            throw GoUrl.failure("invalid port after host");
        }
        return UrlPart.HOST.unescape(host);
    }

    /** An IPv6 address in brackets. */
    private static String literal(String host) throws FunctionException {
        int close = host.lastIndexOf(']');
        if (close < 0) {
            throw GoUrl.failure("missing ']' in host");
        }
        String port = host.substring(close + 1);
        if (!isPort(port)) {
            throw GoUrl.failure("invalid port after host");
        }
        String name = host.substring(1, close);
        int zone = name.indexOf(ZONE);
        String address = UrlPart.HOST.unescape(zone < 0 ? name : name.substring(0, zone));
        String zoneName = zone < 0 ? "" : UrlPart.ZONE.unescape(name.substring(zone));
        if (!IpAddress.isV6(address) || zoneName.equals("%")) {
            throw GoUrl.failure("invalid host");
        }
        return "[" + address + zoneName + "]" + port;
    }

    /** Whether it is a colon and digits, or nothing. */
    static boolean isPort(String text) {
        return text.isEmpty() || (text.charAt(0) == ':' && text.chars().skip(1).allMatch(c -> c >= '0' && c <= '9'));
    }
}
