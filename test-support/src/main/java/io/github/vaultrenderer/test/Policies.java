package io.github.vaultrenderer.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/**
 * Policies in JSON, with {@code *} at the end of a path and {@code +} for a segment. Of the paths that match, the longest
 * counts, as with the real one wherever none is both longer and less special.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/concepts/policies">Policies</a>
 */
final class Policies {

    private final Map<String, List<Rule>> policies = new ConcurrentHashMap<>();

    private record Rule(String path, Pattern pattern, List<String> capabilities) {}

    void write(String name, String policy) throws Refusal {
        List<Rule> rules = new ArrayList<>();
        try {
            if (Json.object(policy).get("path") instanceof Map<?, ?> paths) {
                paths.forEach((path, rule) -> rules.add(rule((String) path, rule)));
            }
        } catch (JacksonException notJson) {
            throw new Refusal(400, "failed to parse policy: the embedded Vault reads policies in JSON only");
        }
        policies.put(name, List.copyOf(rules));
    }

    boolean allows(List<String> names, ApiRequest.Operation operation, String path) {
        if (names.contains("root")) {
            return true;
        }
        List<String> capabilities = capabilities(names, path);
        return !capabilities.contains("deny")
                && switch (operation) {
                    case READ -> capabilities.contains("read");
                    case LIST -> capabilities.contains("list");
                    case UPDATE -> capabilities.contains("update") || capabilities.contains("create");
                    case DELETE -> capabilities.contains("delete");
                };
    }

    /** Whether any rule is about something below a path: what makes a mount visible. */
    boolean touches(List<String> names, String mount) {
        return names.contains("root")
                || names.stream()
                        .flatMap(name -> policies.getOrDefault(name, List.of()).stream())
                        .anyMatch(rule -> rule.path.startsWith(mount)
                                || rule.pattern.matcher(mount).matches());
    }

    private List<String> capabilities(List<String> names, String path) {
        List<String> all = new ArrayList<>();
        for (String name : names) {
            Rule best = null;
            for (Rule rule : policies.getOrDefault(name, List.of())) {
                boolean better = best == null || rule.path.length() > best.path.length();
                if (better && rule.pattern.matcher(path).matches()) {
                    best = rule;
                }
            }
            if (best != null) {
                all.addAll(best.capabilities);
            }
        }
        return all;
    }

    private static Rule rule(String path, Object rule) {
        List<String> capabilities = new ArrayList<>();
        if (rule instanceof Map<?, ?> map && map.get("capabilities") instanceof List<?> list) {
            list.forEach(capability -> capabilities.add(String.valueOf(capability)));
        }
        String fixed = path.endsWith("*") ? path.substring(0, path.length() - 1) : path;
        StringBuilder regex = new StringBuilder();
        for (String segment : fixed.split("/", -1)) {
            regex.append(regex.isEmpty() ? "" : "/").append(segment.equals("+") ? "[^/]+" : Pattern.quote(segment));
        }
        // A first segment that is empty adds no slash above.
        Pattern pattern = Pattern.compile(regex + (path.endsWith("*") ? ".*" : ""));
        return new Rule(path, pattern, List.copyOf(capabilities));
    }
}
