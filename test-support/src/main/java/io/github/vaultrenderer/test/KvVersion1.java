package io.github.vaultrenderer.test;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * KV version 1.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v1">KV version 1 API</a>
 */
final class KvVersion1 implements SecretsEngine {

    /** What Vault puts in the answer where the secret says nothing itself: 32 days. */
    private static final long LEASE_SECONDS = 2_764_800;

    private final Map<String, Map<String, Object>> secrets = new ConcurrentSkipListMap<>();

    @Override
    public String type() {
        return "kv";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("version", "1");
    }

    @Override
    public Reply handle(ApiRequest request, String path) throws Refusal {
        return switch (request.operation()) {
            case LIST -> KvKeys.below(secrets.keySet(), path);
            case UPDATE -> write(request, path);
            case DELETE -> {
                secrets.remove(path);
                yield Reply.NO_CONTENT;
            }
            case READ -> {
                Map<String, Object> secret = secrets.get(path);
                if (secret == null) {
                    throw Refusal.notFound();
                }
                yield Reply.data(200, secret, LEASE_SECONDS);
            }
        };
    }

    private Reply write(ApiRequest request, String path) throws Refusal {
        if (request.body().isEmpty()) {
            throw new Refusal(400, "missing data fields");
        }
        secrets.put(path, request.body());
        return Reply.NO_CONTENT;
    }
}
