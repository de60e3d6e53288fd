package io.github.vaultrenderer.secrets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What Vault answered to a {@link SecretQuery}. Prints as its path, never as its values.
 *
 * <p>Values are Vault's JSON as Java values: {@code String}, {@code Boolean}, {@link VaultNumber}, {@code List},
 * {@code Map} with string keys, and {@code null}; immutable at every depth.
 *
 * @param path the path as it was asked for
 * @param data Vault's {@code data}, as it came: for KV version 2 the values are one level down, under {@code data}; the whole answer,
 *     where Vault puts nothing around it, as of {@code sys/health}; empty in an answer without data, as one that is wrapped
 * @param layout where in {@code data} the values are
 * @param lease how long the secret lives; {@link Lease#NONE} for static ones
 * @param requestId Vault's identifier of the request, as in its audit log; may be empty
 * @param warnings what Vault warned of; may be empty
 * @param auth the token that Vault made, as Vault describes it; empty when it made none
 * @param wrapInfo the token that has the answer, as Vault describes it, where the answer was to be wrapped and so holds
 *     nothing else; empty otherwise
 * @see <a href="https://developer.hashicorp.com/vault/docs/secrets/kv">KV secrets engine</a>
 */
public record Secret(
        String path,
        Map<String, @Nullable Object> data,
        Layout layout,
        Lease lease,
        String requestId,
        List<String> warnings,
        Map<String, @Nullable Object> auth,
        Map<String, @Nullable Object> wrapInfo) {

    /** Where a secret's values are within its data. */
    public enum Layout {
        /** The data are the values: KV version 1 and every other engine. */
        FLAT,
        /** The values are under {@code data}, beside {@code metadata}: KV version 2. */
        KV2,
        /** The data are Vault's own notes on what was written, and no values: KV version 2. */
        METADATA,
        /** Vault answered nothing, as KV version 1 does when it is written to. */
        NOTHING
    }

    public Secret {
        Objects.requireNonNull(path, "path");
        data = frozenMap(data);
        warnings = List.copyOf(warnings);
        auth = frozenMap(auth);
        wrapInfo = frozenMap(wrapInfo);
    }

    /** A secret that is no token, and holds none. */
    public Secret(
            String path,
            Map<String, @Nullable Object> data,
            Layout layout,
            Lease lease,
            String requestId,
            List<String> warnings) {
        this(path, data, layout, lease, requestId, warnings, Map.of(), Map.of());
    }

    /** A static secret with flat values, as tests and fixed sources make them. */
    public static Secret of(String path, Map<String, ? extends @Nullable Object> values) {
        return new Secret(path, new LinkedHashMap<>(values), Layout.FLAT, Lease.NONE, "", List.of());
    }

    /** The secret's own values, whatever the KV version. */
    @SuppressWarnings("unchecked")
    public Map<String, @Nullable Object> values() {
        if (layout == Layout.KV2) {
            return data.get("data") instanceof Map<?, ?> inner ? (Map<String, @Nullable Object>) inner : Map.of();
        }
        return data;
    }

    /**
     * Everything in it that must not be seen. Vault's own metadata of a KV version 2 are left out: a version number 3 is
     * no secret, and would be taken out of every message; what users put there is in.
     */
    public List<@Nullable Object> confidential() {
        List<@Nullable Object> confidential = new ArrayList<>();
        confidential.add(layout == Layout.METADATA ? data.get("custom_metadata") : values());
        if (layout == Layout.KV2 && data.get("metadata") instanceof Map<?, ?> metadata) {
            confidential.add(metadata.get("custom_metadata"));
        }
        confidential.add(auth.get("client_token"));
        confidential.add(auth.get("accessor"));
        confidential.add(wrapInfo.get("token"));
        confidential.add(wrapInfo.get("accessor"));
        confidential.add(wrapInfo.get("wrapped_accessor"));
        return confidential;
    }

    @Override
    public String toString() {
        return "Secret[" + path + "]";
    }

    private static Map<String, @Nullable Object> frozenMap(Map<?, ? extends @Nullable Object> map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put((String) key, frozen(value)));
        return Collections.unmodifiableMap(copy);
    }

    private static @Nullable Object frozen(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return frozenMap(map);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(frozen(element)));
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof Number number) {
            return new VaultNumber(number.toString());
        }
        return value;
    }
}
