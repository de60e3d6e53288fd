package io.github.vaultrenderer.secrets;

import io.github.vaultrenderer.http.VaultHttpException;
import io.github.vaultrenderer.http.VaultResponse;
import java.net.HttpURLConnection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which mount a path is on, and whether that is KV version 2. Asked once per mount; a probe that failed is never
 * remembered, as a passing fault would otherwise turn every later read of that mount into one of a wrong path.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/system/internal-ui-mounts">/sys/internal/ui/mounts</a>
 */
final class KvMounts {

    /**
     * A mount.
     *
     * @param path with a slash at its end
     * @param version2 whether it is a KV version 2
     */
    record Mount(String path, boolean version2) {

        /** What Vault knows nothing of: read as it stands. */
        static final Mount UNKNOWN = new Mount("", false);

        /** The path to ask for: KV version 2 wants {@code kind} behind the mount. */
        String pathOf(String path, String kind) {
            if (!version2) {
                return path;
            }
            String rest = (path + "/").startsWith(this.path) && path.length() >= this.path.length()
                    ? path.substring(this.path.length())
                    : "";
            return hasKind(rest, kind) ? path : this.path + kind + (rest.isEmpty() ? "" : "/" + rest);
        }

        /** As consul-template has it: a secret may be called "data" itself, a list of "metadata" is one of everything. */
        private static boolean hasKind(String rest, String kind) {
            if (kind.equals("metadata")) {
                return rest.equals("metadata") || rest.startsWith("metadata/");
            }
            return rest.startsWith("data/") || rest.startsWith("metadata/") || rest.startsWith("subkeys/");
        }
    }

    private final Map<String, Mount> known = new ConcurrentSkipListMap<>();
    private final Object probing = new Object();

    /**
     * The mount of a path.
     *
     * @param probe asks Vault for the mount of a path
     * @throws VaultHttpException when the probe failed and another may succeed
     */
    Mount of(String path, Function<String, VaultResponse> probe) {
        Mount mount = find(path);
        if (mount != null) {
            return mount;
        }
        // One probe at a time: reads that start together are mostly on the same mount, and one answer serves them all.
        synchronized (probing) {
            mount = find(path);
            return mount != null ? mount : ask(path, probe);
        }
    }

    private Mount ask(String path, Function<String, VaultResponse> probe) {
        try {
            VaultResponse answer = probe.apply(path);
            Mount mount = mount(answer);
            if (!mount.path.isEmpty()) {
                known.put(mount.path, mount);
            }
            return mount;
        } catch (VaultHttpException refusal) {
            // 403: no policy touches that mount, so the read will be refused as well, with its own reason. 404: a Vault
            // before 0.10.2, which had no KV version 2.
            boolean noPolicy =
                    refusal.status() == HttpURLConnection.HTTP_FORBIDDEN && !VaultSecretSource.deadToken(refusal);
            if (noPolicy || refusal.status() == HttpURLConnection.HTTP_NOT_FOUND) {
                return Mount.UNKNOWN;
            }
            throw refusal;
        }
    }

    private static Mount mount(VaultResponse answer) {
        Map<String, ?> data = answer.object("data");
        String path = data.get("path") instanceof String text ? text : "";
        boolean version2 = data.get("options") instanceof Map<?, ?> options && "2".equals(options.get("version"));
        return new Mount(path, version2);
    }

    /** Vault lets no mount lie within another one, so that at most one matches. */
    private @Nullable Mount find(String path) {
        for (Mount mount : known.values()) {
            if ((path + "/").startsWith(mount.path)) {
                return mount;
            }
        }
        return null;
    }
}
