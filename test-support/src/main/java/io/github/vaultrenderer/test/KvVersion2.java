package io.github.vaultrenderer.test;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * KV version 2: {@code data/} with versions, {@code metadata/} for listing and deleting all of them.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2">KV version 2 API</a>
 */
final class KvVersion2 implements SecretsEngine {

    private final InstantSource clock;
    private final Map<String, List<Version>> secrets = new ConcurrentSkipListMap<>();

    KvVersion2(InstantSource clock) {
        this.clock = clock;
    }

    private static final class Version {
        private final Map<String, Object> data;
        private final Instant created;
        private @Nullable Instant deleted;
        private boolean destroyed;

        Version(Map<String, Object> data, Instant created) {
            this.data = data;
            this.created = created;
        }
    }

    @Override
    public String type() {
        return "kv";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("version", "2");
    }

    @Override
    public synchronized Reply handle(ApiRequest request, String path) throws Refusal {
        int slash = path.indexOf('/');
        String kind = slash < 0 ? path : path.substring(0, slash);
        String name = slash < 0 ? "" : path.substring(slash + 1);
        return switch (kind) {
            case "data" -> data(request, name);
            case "metadata" -> metadata(request, name);
            case "delete" -> mark(request, name, version -> version.deleted = clock.instant());
            case "undelete" -> mark(request, name, version -> version.deleted = null);
            case "destroy" -> mark(request, name, version -> version.destroyed = true);
            default -> throw Refusal.notFound();
        };
    }

    private Reply data(ApiRequest request, String name) throws Refusal {
        return switch (request.operation()) {
            case READ -> read(request, name);
            case UPDATE -> write(request, name);
            case DELETE -> {
                List<Version> versions = secrets.getOrDefault(name, List.of());
                if (!versions.isEmpty()) {
                    versions.get(versions.size() - 1).deleted = clock.instant();
                }
                yield Reply.NO_CONTENT;
            }
            case LIST -> throw new Refusal(405, "1 error occurred:\n\t* unsupported operation\n\n");
        };
    }

    private Reply read(ApiRequest request, String name) throws Refusal {
        List<Version> versions = secrets.getOrDefault(name, List.of());
        String wanted = request.query().getOrDefault("version", "0");
        int number = wanted.equals("0") ? versions.size() : Integer.parseInt(wanted);
        if (number < 1 || number > versions.size()) {
            throw Refusal.notFound();
        }
        Version version = versions.get(number - 1);
        boolean gone = version.deleted != null || version.destroyed;
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("data", gone ? null : version.data);
        data.put("metadata", describe(version, number));
        return Reply.data(gone ? 404 : 200, data, 0);
    }

    private Reply write(ApiRequest request, String name) throws Refusal {
        if (!(request.body().get("data") instanceof Map<?, ?> values)) {
            throw new Refusal(400, "no data provided");
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        values.forEach((key, value) -> copy.put((String) key, value));
        List<Version> versions = secrets.computeIfAbsent(name, absent -> new ArrayList<>());
        versions.add(new Version(copy, clock.instant()));
        return Reply.data(describe(versions.get(versions.size() - 1), versions.size()));
    }

    private Reply metadata(ApiRequest request, String name) throws Refusal {
        return switch (request.operation()) {
            case LIST -> KvKeys.below(secrets.keySet(), name);
            case DELETE -> {
                secrets.remove(name);
                yield Reply.NO_CONTENT;
            }
            case READ -> {
                List<Version> versions = secrets.get(name);
                if (versions == null) {
                    throw Refusal.notFound();
                }
                yield Reply.data(Map.of("current_version", versions.size()));
            }
            case UPDATE -> throw new Refusal(405, "1 error occurred:\n\t* unsupported operation\n\n");
        };
    }

    private Reply mark(ApiRequest request, String name, java.util.function.Consumer<Version> change) {
        List<Version> versions = secrets.getOrDefault(name, List.of());
        for (String number : request.texts("versions")) {
            int index = Integer.parseInt(number) - 1;
            if (index >= 0 && index < versions.size()) {
                change.accept(versions.get(index));
            }
        }
        return Reply.NO_CONTENT;
    }

    private static Map<String, @Nullable Object> describe(Version version, int number) {
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        metadata.put("created_time", version.created.toString());
        metadata.put("custom_metadata", null);
        metadata.put("deletion_time", version.deleted == null ? "" : version.deleted.toString());
        metadata.put("destroyed", version.destroyed);
        metadata.put("version", number);
        return metadata;
    }
}
