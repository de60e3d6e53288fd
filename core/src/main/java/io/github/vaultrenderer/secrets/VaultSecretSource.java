package io.github.vaultrenderer.secrets;

import io.github.vaultrenderer.auth.TokenKeeper;
import io.github.vaultrenderer.auth.VaultToken;
import io.github.vaultrenderer.failure.FailureKind;
import io.github.vaultrenderer.failure.RendererException;
import io.github.vaultrenderer.http.Deadline;
import io.github.vaultrenderer.http.VaultHttp;
import io.github.vaultrenderer.http.VaultHttpException;
import io.github.vaultrenderer.http.VaultRequest;
import io.github.vaultrenderer.http.VaultResponse;
import io.github.vaultrenderer.secrets.Secret.Layout;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Secrets from Vault, with the keeper's token. A token that Vault refuses is replaced once per query, by a new login. */
public final class VaultSecretSource implements SecretSource {

    private static final String WRAPPING = "sys/wrapping/wrap";
    private static final String WRAPPING_TTL = "5m";

    private final VaultHttp http;
    private final TokenKeeper tokens;
    private final KvMounts mounts;
    private final Deadline deadline;
    private final String wrapTtl;

    /**
     * @param http reaches Vault
     * @param tokens has the token
     * @param deadline when to give up
     */
    public VaultSecretSource(VaultHttp http, TokenKeeper tokens, Deadline deadline) {
        this(http, tokens, new KvMounts(), deadline, "");
    }

    private VaultSecretSource(VaultHttp http, TokenKeeper tokens, KvMounts mounts, Deadline deadline, String wrapTtl) {
        this.http = http;
        this.tokens = tokens;
        this.mounts = mounts;
        this.deadline = deadline;
        this.wrapTtl = wrapTtl;
    }

    /** The same source, with what it knows of the mounts, for another run. */
    public VaultSecretSource until(Deadline deadline) {
        return new VaultSecretSource(http, tokens, mounts, deadline, wrapTtl);
    }

    /**
     * The same source, its secrets wrapped: templates see the wrapping tokens ({@link Secret#wrapInfo}).
     *
     * @param wrapTtl how long they are good: seconds, or a duration such as {@code 5m}; empty for secrets as they are
     */
    public VaultSecretSource wrapping(String wrapTtl) {
        return new VaultSecretSource(http, tokens, mounts, deadline, wrapTtl);
    }

    @Override
    public Secret fetch(SecretQuery query) {
        VaultToken token = tokens.current(deadline);
        try {
            return fetch(query, token);
        } catch (VaultHttpException refusal) {
            if (deadToken(refusal) && tokens.refused(token)) {
                return fetchAgain(query);
            }
            throw explained(query, refusal);
        }
    }

    private static RendererException explained(SecretQuery query, VaultHttpException refusal) {
        return query.changesVault() ? WriteRefusal.explain(query, refusal) : ReadRefusal.explain(query, refusal);
    }

    private Secret fetchAgain(SecretQuery query) {
        try {
            return fetch(query, tokens.current(deadline));
        } catch (VaultHttpException refusal) {
            throw explained(query, refusal);
        }
    }

    private Secret fetch(SecretQuery query, VaultToken token) {
        if (query instanceof SecretQuery.IssueCertificate issue) {
            return certificate(issue, token);
        }
        KvMounts.Mount mount = mounts.of(
                query.path(),
                path -> http.send(
                        VaultRequest.get("sys/internal/ui/mounts/" + path).with(token.value()), deadline));
        if (query instanceof SecretQuery.ListKeys list) {
            return keys(list, mount, token);
        }
        if (query instanceof SecretQuery.Write write) {
            return write(write, mount, token);
        }
        return read((SecretQuery.Read) query, mount, token);
    }

    private Secret read(SecretQuery.Read query, KvMounts.Mount mount, VaultToken token) {
        String path = mount.pathOf(query.path(), "data");
        VaultResponse answer = send(VaultRequest.get(path).with(query.parameters()), token);
        return secret(query, answer, inData(mount, path) ? Layout.KV2 : Layout.FLAT);
    }

    private Secret write(SecretQuery.Write query, KvMounts.Mount mount, VaultToken token) {
        String path = mount.pathOf(query.path(), "data");
        boolean version2 = inData(mount, path);
        Map<String, Object> values = ConfidentialBody.of(query.payload());
        VaultRequest request = VaultRequest.put(path, version2 ? Map.of("data", values) : values);
        VaultResponse answer = send(request, token, wrapTtl(path));
        Layout layout = answer.body().isEmpty() ? Layout.NOTHING : version2 ? Layout.METADATA : Layout.FLAT;
        return secret(query, answer, layout);
    }

    private VaultResponse send(VaultRequest request, VaultToken token) {
        return send(request, token, wrapTtl);
    }

    private VaultResponse send(VaultRequest request, VaultToken token, String answerWrapped) {
        return http.send(request.with(token.value()).wrapped(answerWrapped), deadline);
    }

    /** Vault's own clients ask there for an answer that is wrapped, as Vault refuses any other. */
    private String wrapTtl(String path) {
        return wrapTtl.isEmpty() && path.equals(WRAPPING) ? WRAPPING_TTL : wrapTtl;
    }

    private Secret certificate(SecretQuery.IssueCertificate query, VaultToken token) {
        VaultResponse answer =
                send(VaultRequest.put(query.path(), query.payload().reveal()), token);
        IssuedCertificate certificate = IssuedCertificate.in(answer.object("data"));
        if (certificate == null) {
            throw new SecretException(
                    FailureKind.CONFIGURATION,
                    query + ": Vault answered without a certificate",
                    "Name a path that issues one, such as pki/issue/<role>.");
        }
        if (!answer.text("lease_id").isEmpty()) {
            tokens.needed();
        }
        return certificate.secret(query.path());
    }

    private Secret secret(SecretQuery query, VaultResponse answer, Layout layout) {
        Lease lease = new Lease(
                answer.text("lease_id"),
                answer.leaseDuration(),
                Boolean.TRUE.equals(answer.body().get("renewable")));
        Map<String, @Nullable Object> auth = answer.object("auth");
        Map<String, @Nullable Object> wrapInfo = answer.object("wrap_info");
        // A token that ours made ends with it, too; and what is wrapped may be one, or have a lease.
        if (lease.bound() || !auth.isEmpty() || !wrapInfo.isEmpty()) {
            tokens.needed();
        }
        return new Secret(
                query.path(),
                answer.isBare() ? answer.body() : answer.object("data"),
                layout,
                lease,
                answer.text("request_id"),
                answer.texts("warnings"),
                auth,
                wrapInfo);
    }

    private static boolean inData(KvMounts.Mount mount, String path) {
        return mount.version2() && (path + "/").startsWith(mount.path() + "data/");
    }

    private Secret keys(SecretQuery.ListKeys query, KvMounts.Mount mount, VaultToken token) {
        String path = mount.pathOf(query.path(), "metadata");
        try {
            VaultResponse answer = send(VaultRequest.get(path).with(Map.of("list", "true")), token);
            Object keys = answer.object("data").get("keys");
            return Secret.of(query.path(), Map.of("keys", Objects.requireNonNullElse(keys, List.of())));
        } catch (VaultHttpException refusal) {
            // Vault has no empty folders: without keys, the path is not there.
            if (refusal.status() == HttpURLConnection.HTTP_NOT_FOUND) {
                return Secret.of(query.path(), Map.of("keys", List.of()));
            }
            throw refusal;
        }
    }

    /** Whether the token itself was refused, and not what was asked with it. */
    static boolean deadToken(VaultHttpException refusal) {
        return refusal.status() == HttpURLConnection.HTTP_FORBIDDEN
                && (refusal.says("invalid token") || refusal.says("bad token"));
    }
}
