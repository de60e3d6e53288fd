package io.github.vaultrenderer.test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * PKI: an internal root, roles that say which names they issue certificates for, and certificates with new keys.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/pki">PKI API</a>
 */
final class PkiEngine implements SecretsEngine {

    private static final Duration LONGEST = Duration.ofDays(32);
    private static final String NO_NAME = "the common_name field is required, or must be provided in a CSR with"
            + " \"use_csr_common_name\" set to true, unless \"require_cn\" is set to false";

    private final InstantSource clock;
    private final Map<String, Role> roles = new ConcurrentHashMap<>();
    private volatile @Nullable PkiAuthority authority;

    PkiEngine(InstantSource clock) {
        this.clock = clock;
    }

    private record Role(
            List<String> domains, boolean subdomains, boolean bare, boolean anyName, String keyType, Duration maxTtl) {

        boolean allows(String name) {
            return anyName
                    || domains.stream()
                            .anyMatch(domain ->
                                    (bare && name.equals(domain)) || (subdomains && name.endsWith("." + domain)));
        }
    }

    @Override
    public String type() {
        return "pki";
    }

    @Override
    public Map<String, String> options() {
        return Map.of();
    }

    @Override
    public Reply handle(ApiRequest request, String path) throws Refusal {
        if (path.equals("root/generate/internal") && request.writes()) {
            return generateRoot(request);
        }
        if (path.startsWith("roles/") && request.writes()) {
            return writeRole(request, path.substring("roles/".length()));
        }
        if (path.startsWith("issue/")) {
            if (!request.writes()) {
                throw new Refusal(405, "1 error occurred:\n\t* unsupported operation\n\n");
            }
            return issue(request, path.substring("issue/".length()));
        }
        if (path.equals("cert/ca") && request.reads()) {
            return Reply.data(Map.of("certificate", root().certificate()));
        }
        throw Refusal.notFound();
    }

    private Reply generateRoot(ApiRequest request) {
        PkiAuthority root = PkiAuthority.create(request.text("common_name"), clock.instant(), LONGEST);
        authority = root;
        return Reply.data(Map.of("certificate", root.certificate(), "issuing_ca", root.certificate()));
    }

    private Reply writeRole(ApiRequest request, String name) {
        String keyType = request.text("key_type");
        Duration maxTtl = seconds(request.text("max_ttl"));
        roles.put(
                name,
                new Role(
                        request.texts("allowed_domains"),
                        flag(request, "allow_subdomains"),
                        flag(request, "allow_bare_domains"),
                        flag(request, "allow_any_name"),
                        keyType.isEmpty() ? "rsa" : keyType,
                        maxTtl.isZero() ? LONGEST : maxTtl));
        return Reply.data(Map.of("key_type", keyType, "max_ttl", maxTtl.toSeconds()));
    }

    private Reply issue(ApiRequest request, String roleName) throws Refusal {
        Role role = roles.get(roleName);
        if (role == null) {
            throw new Refusal(400, "unknown role: " + roleName);
        }
        String common = request.text("common_name");
        if (common.isEmpty()) {
            throw new Refusal(400, NO_NAME);
        }
        List<String> names = new ArrayList<>(List.of(common));
        names.addAll(request.texts("alt_names"));
        for (String name : names) {
            if (!role.allows(name)) {
                String what = name.equals(common) ? "common name " : "subject alternate name ";
                throw new Refusal(400, what + name + " not allowed by this role");
            }
        }
        names.addAll(request.texts("ip_sans"));
        Duration wanted = seconds(request.text("ttl"));
        Duration ttl = wanted.isZero() || wanted.compareTo(role.maxTtl) > 0 ? role.maxTtl : wanted;
        Instant end = clock.instant().plus(ttl);
        PkiAuthority.Issued issued = root().issue(names, role.keyType, clock.instant(), end);
        return Reply.data(describe(issued, role, end));
    }

    private Map<String, Object> describe(PkiAuthority.Issued issued, Role role, Instant end) throws Refusal {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("ca_chain", List.of(root().certificate()));
        data.put("certificate", issued.certificate());
        data.put("expiration", end.getEpochSecond());
        data.put("issuing_ca", root().certificate());
        data.put("private_key", issued.key());
        data.put("private_key_type", role.keyType);
        data.put("serial_number", issued.serialNumber());
        return data;
    }

    private PkiAuthority root() throws Refusal {
        PkiAuthority root = authority;
        if (root == null) {
            throw new Refusal(500, "1 error occurred:\n\t* no default issuer currently configured\n\n");
        }
        return root;
    }

    private static boolean flag(ApiRequest request, String name) {
        return request.text(name).equals("true");
    }

    private static Duration seconds(String text) {
        return VaultApi.seconds(text);
    }
}
