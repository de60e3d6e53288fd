package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * sprig's functions on paths and URLs.
 *
 * @see <a href="https://pkg.go.dev/path">Go package path</a>
 */
final class SprigPaths {

    private SprigPaths() {}

    static Map<String, Function> functions() {
        Map<String, Function> functions = new HashMap<>(Map.ofEntries(
                PureFunction.entry("sprig_urlParse", 1, a -> parts(GoUrl.parse(a.text(0)))),
                PureFunction.entry("sprig_urlJoin", 1, a -> join(a.mapOrNil(0)))));
        both(functions, "base", a -> base(a.text(0)));
        both(functions, "clean", a -> clean(a.text(0)));
        both(functions, "dir", a -> clean(a.text(0).substring(0, a.text(0).lastIndexOf('/') + 1)));
        both(functions, "ext", a -> extension(a.text(0)));
        both(functions, "isAbs", a -> a.text(0).startsWith("/"));
        return functions;
    }

    /** A function on paths with slashes, and that on the operating system's paths: a container has the same. */
    private static void both(Map<String, Function> functions, String name, PureFunction function) {
        String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        functions.putAll(Map.ofEntries(
                PureFunction.entry("sprig_" + name, 1, function),
                PureFunction.entry("sprig_os" + capital, 1, function)));
    }

    private static String base(String path) {
        if (path.isEmpty()) {
            return ".";
        }
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return end == 0 ? "/" : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }

    private static String extension(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') ? path.substring(dot) : "";
    }

    private static String clean(String path) {
        boolean rooted = path.startsWith("/");
        Deque<String> kept = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            boolean up = part.equals("..");
            if (up && !kept.isEmpty() && !kept.getLast().equals("..")) {
                kept.removeLast();
            } else if (!part.isEmpty() && !part.equals(".") && !(up && rooted)) {
                kept.addLast(part);
            }
        }
        String cleaned = (rooted ? "/" : "") + String.join("/", kept);
        return cleaned.isEmpty() ? "." : cleaned;
    }

    private static Map<String, @Nullable Object> parts(GoUrl url) {
        Map<String, @Nullable Object> parts = new TreeMap<>();
        parts.put("scheme", url.scheme());
        parts.put("host", url.host());
        parts.put("hostname", url.hostname());
        parts.put("path", url.path());
        parts.put("query", url.query());
        parts.put("opaque", url.opaque());
        parts.put("fragment", url.fragment());
        parts.put("userinfo", url.user());
        return parts;
    }

    private static String join(Map<String, @Nullable Object> parts) throws FunctionException {
        String user = part(parts, "userinfo");
        return new GoUrl(
                        part(parts, "scheme"),
                        part(parts, "opaque"),
                        user.isEmpty()
                                ? ""
                                : GoUrl.parse("proto://" + user + "@host").user(),
                        !user.isEmpty(),
                        part(parts, "host"),
                        part(parts, "path"),
                        part(parts, "query"),
                        part(parts, "fragment"))
                .text();
    }

    private static String part(Map<String, @Nullable Object> parts, String name) throws FunctionException {
        String text = parts.containsKey(name) ? Arguments.kindOfString(parts.get(name)) : "";
        if (text == null) {
            throw FunctionException.failed("urlJoin: " + name + " has to be a string");
        }
        return text;
    }
}
