package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import java.util.Locale;

/**
 * A URL as Go takes it apart.
 *
 * @param scheme the scheme in lower case
 * @param opaque what follows the scheme when that is no path
 * @param user the user and password, escaped
 * @param hasUser whether there is a user, if only an empty one
 * @param host the host with the port
 * @param path the path, not escaped
 * @param query the query as it was written
 * @param fragment the fragment, not escaped
 * @see <a href="https://pkg.go.dev/net/url">Go package net/url</a>
 */
record GoUrl(
        String scheme,
        String opaque,
        String user,
        boolean hasUser,
        String host,
        String path,
        String query,
        String fragment) {

    static GoUrl parse(String text) throws FunctionException {
        int hash = text.indexOf('#');
        String fragment = hash < 0 ? "" : UrlPart.FRAGMENT.unescape(text.substring(hash + 1));
        String url = hash < 0 ? text : text.substring(0, hash);
        if (url.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
            throw failure("invalid control character in URL");
        }
        if (url.equals("*")) {
            return new GoUrl("", "", "", false, "", "*", "", fragment);
        }
        int colon = schemeEnd(url);
        String scheme = url.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT);
        String rest = url.substring(colon + 1);
        int mark = rest.indexOf('?');
        String query = mark < 0 ? "" : rest.substring(mark + 1);
        return parse(scheme, mark < 0 ? rest : rest.substring(0, mark), query, fragment);
    }

    private static GoUrl parse(String scheme, String rest, String query, String fragment) throws FunctionException {
        if (!rest.startsWith("/")) {
            if (!scheme.isEmpty()) {
                return new GoUrl(scheme, rest, "", false, "", "", query, fragment);
            }
            if (rest.indexOf(':') >= 0 && (rest.indexOf('/') < 0 || rest.indexOf(':') < rest.indexOf('/'))) {
                throw failure("first path segment in URL cannot contain colon");
            }
        }
        if (!rest.startsWith("//") || (scheme.isEmpty() && rest.startsWith("///"))) {
            return new GoUrl(scheme, "", "", false, "", UrlPart.PATH.unescape(rest), query, fragment);
        }
        int slash = rest.indexOf('/', 2);
        String authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
        int at = authority.lastIndexOf('@');
        String host = UrlHost.parse(scheme, authority.substring(at + 1));
        String user = at < 0 ? "" : user(authority.substring(0, at));
        String path = slash < 0 ? "" : UrlPart.PATH.unescape(rest.substring(slash));
        return new GoUrl(scheme, "", user, at >= 0, host, path, query, fragment);
    }

    /** Where the colon behind the scheme is; -1 when there is none. */
    private static int schemeEnd(String url) throws FunctionException {
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (c == ':') {
                if (i == 0) {
                    throw failure("missing protocol scheme");
                }
                return i;
            }
            if (!letter && (i == 0 || "0123456789+-.".indexOf(c) < 0)) {
                return -1;
            }
        }
        return -1;
    }

    private static String user(String text) throws FunctionException {
        if (!text.chars().allMatch(c -> UrlPart.isUnreserved(c) || "!$&'()*+,;=:%@".indexOf(c) >= 0)) {
            throw failure("invalid userinfo");
        }
        int colon = text.indexOf(':');
        String name = UrlPart.USER.unescape(colon < 0 ? text : text.substring(0, colon));
        return UrlPart.USER.escape(name)
                + (colon < 0 ? "" : ":" + UrlPart.USER.escape(UrlPart.USER.unescape(text.substring(colon + 1))));
    }

    /** The host without the port, and without the brackets of an IPv6 address. */
    String hostname() {
        int colon = host.lastIndexOf(':');
        String name = colon >= 0 && UrlHost.isPort(host.substring(colon)) ? host.substring(0, colon) : host;
        return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
    }

    /** The URL put together. */
    String text() {
        StringBuilder out = new StringBuilder(scheme.isEmpty() ? "" : scheme + ":");
        if (opaque.isEmpty()) {
            authority(out);
            String escaped = path.equals("*") ? path : UrlPart.PATH.escape(path);
            if (!escaped.isEmpty() && !escaped.startsWith("/") && !host.isEmpty()) {
                out.append('/');
            }
            // It would be taken for a scheme.
            boolean colonFirst = escaped.indexOf(':') >= 0
                    && (escaped.indexOf('/') < 0 || escaped.indexOf(':') < escaped.indexOf('/'));
            out.append(out.isEmpty() && colonFirst ? "./" : "").append(escaped);
        } else {
            out.append(opaque);
        }
        out.append(query.isEmpty() ? "" : "?" + query);
        return out.append(fragment.isEmpty() ? "" : "#" + UrlPart.FRAGMENT.escape(fragment))
                .toString();
    }

    private void authority(StringBuilder out) {
        if (scheme.isEmpty() && host.isEmpty() && !hasUser) {
            return;
        }
        out.append(!host.isEmpty() || !path.isEmpty() || hasUser ? "//" : "");
        out.append(hasUser ? user + "@" : "").append(UrlPart.HOST.escape(host));
    }

    static FunctionException failure(String reason) {
        return FunctionException.failed("unable to parse url: " + reason);
    }
}
