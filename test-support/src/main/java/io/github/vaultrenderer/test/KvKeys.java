package io.github.vaultrenderer.test;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Lists keys as folders, as both versions of KV do. */
final class KvKeys {

    private KvKeys() {}

    static Reply below(Collection<String> paths, String folder) throws Refusal {
        String prefix = folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
        List<String> keys = paths.stream()
                .filter(path -> path.startsWith(prefix))
                .map(path -> path.substring(prefix.length()))
                .map(rest -> rest.contains("/") ? rest.substring(0, rest.indexOf('/') + 1) : rest)
                .distinct()
                .sorted()
                .toList();
        if (keys.isEmpty()) {
            throw Refusal.notFound();
        }
        return Reply.data(Map.of("keys", keys));
    }
}
