package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import java.util.ArrayDeque;
import java.util.Deque;
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

    // The operating system's paths have slashes too, in a container.
    static @Nullable Function find(String name) {
        return switch (name) {
            case "sprig_urlParse" -> PureFunction.exactly(name, 1, a -> parts(GoUrl.parse(a.text(0))));
            case "sprig_urlJoin" -> PureFunction.exactly(name, 1, a -> join(a.map(0)));
            case "sprig_base", "sprig_osBase" -> PureFunction.exactly(name, 1, a -> base(a.text(0)));
            case "sprig_clean", "sprig_osClean" -> PureFunction.exactly(name, 1, a -> clean(a.text(0)));
            case "sprig_dir", "sprig_osDir" ->
                PureFunction.exactly(
                        name, 1, a -> clean(a.text(0).substring(0, a.text(0).lastIndexOf('/') + 1)));
            case "sprig_ext", "sprig_osExt" -> PureFunction.exactly(name, 1, a -> extension(a.text(0)));
            case "sprig_isAbs", "sprig_osIsAbs" ->
                PureFunction.exactly(name, 1, a -> a.text(0).startsWith("/"));
            default -> null;
        };
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
