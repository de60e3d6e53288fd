package io.github.vaultrenderer.test;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Routes requests to what is mounted, once token and policies allow it. */
final class VaultApi {

    private static final String MOUNT_PROBE = "sys/internal/ui/mounts/";

    private final InstantSource clock;
    private final Tokens tokens;
    private final WrappedAnswers wrapped;
    private final Policies policies = new Policies();
    private final Map<String, SecretsEngine> engines = new ConcurrentSkipListMap<>();
    private final Map<String, KubernetesAuthMethod> authMethods = new ConcurrentSkipListMap<>();
    private final String rootToken;

    VaultApi(InstantSource clock) {
        this.clock = clock;
        this.tokens = new Tokens(clock);
        this.wrapped = new WrappedAnswers(clock);
        this.rootToken = tokens.create(
                        new Tokens.Wish(List.of("root"), Duration.ZERO, Duration.ZERO, 0, false, Map.of()))
                .id();
    }

    String rootToken() {
        return rootToken;
    }

    /** How many tokens are alive, root's not counted. */
    int liveTokens() {
        return tokens.count();
    }

    Reply handle(ApiRequest request) {
        try {
            if (request.path().equals(WrappedAnswers.UNWRAP) && request.writes()) {
                return wrapped.unwrap(request);
            }
            return wrapped.wrap(request, login(request) ? logIn(request) : authorized(request));
        } catch (Refusal refusal) {
            return refusal.reply();
        }
    }

    private static boolean login(ApiRequest request) {
        return request.path().startsWith("auth/") && request.path().endsWith("/login") && request.writes();
    }

    private Reply logIn(ApiRequest request) throws Refusal {
        String mount = request.path().substring("auth/".length(), request.path().length() - "/login".length());
        KubernetesAuthMethod method = authMethods.get(mount);
        if (method == null) {
            throw new Refusal(403, "permission denied");
        }
        return method.login(request);
    }

    private Reply authorized(ApiRequest request) throws Refusal {
        if (request.token().isEmpty()) {
            throw new Refusal(403, "permission denied");
        }
        if (wrapped.spend(request.token())) {
            throw Refusal.permissionDenied();
        }
        Tokens.Token token = tokens.use(request.token());
        if (token == null) {
            throw Refusal.invalidToken();
        }
        String path = request.path();
        if (path.startsWith("auth/token/")) {
            return tokenItself(request, token, path.substring("auth/token/".length()));
        }
        if (path.startsWith(MOUNT_PROBE)) {
            return probe(token, path.substring(MOUNT_PROBE.length()));
        }
        // A list is one of a folder, to policies too, however it is written.
        boolean folder = request.operation() == ApiRequest.Operation.LIST && !path.endsWith("/");
        if (!policies.allows(token.policies(), request.operation(), folder ? path + "/" : path)) {
            throw Refusal.permissionDenied();
        }
        if (path.startsWith("sys/")) {
            return system(request, path.substring("sys/".length()));
        }
        if (path.startsWith("auth/")) {
            return authMethod(request, path.substring("auth/".length()));
        }
        String mount = mountOf(path);
        SecretsEngine engine = engines.get(mount);
        if (engine == null) {
            throw new Refusal(404, "no handler for route \"" + path + "\". route entry not found.");
        }
        return engine.handle(request, path.substring(mount.length()));
    }

    private Reply tokenItself(ApiRequest request, Tokens.Token token, String what) throws Refusal {
        return switch (what) {
            case "lookup-self" -> Reply.data(tokens.lookup(token));
            case "renew-self" -> tokens.renew(token, Duration.ofSeconds(request.number("increment")));
            case "revoke-self" -> {
                tokens.revoke(token);
                yield Reply.NO_CONTENT;
            }
            case "create" -> create(request, token);
            default ->
                throw new Refusal(404, "no handler for route \"auth/token/" + what + "\". route entry not found.");
        };
    }

    private Reply create(ApiRequest request, Tokens.Token parent) throws Refusal {
        if (!parent.root()) {
            throw Refusal.permissionDenied();
        }
        List<String> wanted = request.texts("policies");
        Tokens.Token made = tokens.create(new Tokens.Wish(
                wanted.isEmpty() ? parent.policies() : wanted,
                seconds(request.text("ttl")),
                seconds(request.text("explicit_max_ttl")),
                (int) request.number("num_uses"),
                request.text("type").equals("batch"),
                Map.of()));
        return Reply.auth(tokens.auth(made));
    }

    /** Seconds, or a number with the unit s, m or h. */
    static Duration seconds(String text) {
        if (text.isEmpty()) {
            return Duration.ZERO;
        }
        return text.matches("\\d+") ? Duration.ofSeconds(Long.parseLong(text)) : Duration.parse("PT" + text);
    }

    private Reply probe(Tokens.Token token, String path) throws Refusal {
        String mount = mountOf(path);
        SecretsEngine engine = engines.get(mount);
        if (engine == null || !policies.touches(token.policies(), mount)) {
            throw new Refusal(
                    403,
                    "preflight capability check returned 403, please ensure client's policies grant access to path \""
                            + (path.endsWith("/") ? path : path + "/") + "\"");
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("path", mount);
        data.put("type", engine.type());
        data.put("options", engine.options());
        return Reply.data(data);
    }

    private Reply system(ApiRequest request, String path) throws Refusal {
        if (path.equals("wrapping/wrap") && request.writes()) {
            return Reply.data(request.body());
        }
        if (path.startsWith("mounts/") && request.writes()) {
            return mount(request, path.substring("mounts/".length()));
        }
        if (path.startsWith("auth/") && request.writes()) {
            authMethods.put(trimmed(path.substring("auth/".length())), new KubernetesAuthMethod(tokens, clock));
            return Reply.NO_CONTENT;
        }
        if (path.startsWith("policies/acl/") && request.writes()) {
            policies.write(path.substring("policies/acl/".length()), request.text("policy"));
            return Reply.NO_CONTENT;
        }
        throw new Refusal(404, "no handler for route \"sys/" + path + "\". route entry not found.");
    }

    private Reply mount(ApiRequest request, String path) throws Refusal {
        String mount = trimmed(path) + "/";
        if (engines.containsKey(mount)) {
            throw new Refusal(400, "path is already in use at " + mount);
        }
        boolean version2 = request.text("type").equals("kv-v2")
                || (request.body().get("options") instanceof Map<?, ?> options && "2".equals(options.get("version")));
        engines.put(mount, engine(request.text("type"), version2));
        return Reply.NO_CONTENT;
    }

    private SecretsEngine engine(String type, boolean version2) throws Refusal {
        return switch (type) {
            case "kv", "kv-v2", "generic" -> version2 ? new KvVersion2(clock) : new KvVersion1();
            case "pki" -> new PkiEngine(clock);
            default -> throw new Refusal(400, "plugin not found in the catalog: " + type);
        };
    }

    private Reply authMethod(ApiRequest request, String path) throws Refusal {
        for (Map.Entry<String, KubernetesAuthMethod> entry : authMethods.entrySet()) {
            String prefix = entry.getKey() + "/";
            if (path.equals(prefix + "config") && request.writes()) {
                return entry.getValue().configure(request);
            }
            if (path.startsWith(prefix + "role/")) {
                return entry.getValue().role(request, path.substring(prefix.length() + "role/".length()));
            }
        }
        throw new Refusal(404, "no handler for route \"auth/" + path + "\". route entry not found.");
    }

    private String mountOf(String path) {
        return engines.keySet().stream()
                .filter(mount -> (path + "/").startsWith(mount))
                .findFirst()
                .orElse("");
    }

    private static String trimmed(String path) {
        return path.replaceAll("^/+|/+$", "");
    }
}
