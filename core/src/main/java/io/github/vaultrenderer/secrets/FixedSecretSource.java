package io.github.vaultrenderer.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The secrets of a test, by path. */
final class FixedSecretSource implements SecretSource {

    private final Map<SecretQuery, Secret> secrets = new java.util.LinkedHashMap<>();

    FixedSecretSource(Map<String, ? extends Map<String, ? extends @Nullable Object>> secrets) {
        new TreeMap<>(secrets).forEach((path, values) -> {
            SecretQuery.Read query = SecretQuery.read(path);
            this.secrets.put(query, Secret.of(query.path(), values));
        });
    }

    @Override
    public Secret fetch(SecretQuery query) {
        if (query instanceof SecretQuery.ListKeys list) {
            return Secret.of(list.path(), Map.of("keys", keysBelow(list.path() + "/")));
        }
        if (query.changesVault()) {
            throw SecretException.fixed(query);
        }
        Secret secret = secrets.get(query);
        if (secret == null) {
            throw SecretException.absent(query);
        }
        return secret;
    }

    private List<String> keysBelow(String prefix) {
        List<String> keys = new ArrayList<>();
        for (SecretQuery query : secrets.keySet()) {
            if (query.path().startsWith(prefix)) {
                String rest = query.path().substring(prefix.length());
                int slash = rest.indexOf('/');
                String key = slash < 0 ? rest : rest.substring(0, slash + 1);
                if (!keys.contains(key)) {
                    keys.add(key);
                }
            }
        }
        return keys;
    }
}
