package io.github.vaultrenderer.test;

import java.util.List;
import java.util.Map;

/**
 * The example that the documentation uses, set up in a Vault: KV version 1 at {@code secret/} with {@code
 * secret/org1/app1}, KV version 2 at {@code kv/} with {@code kv/org1/app1}, the policy {@code org1-app1-reader}, and a
 * Kubernetes auth method whose role of the same name is bound to service account {@code app1} in namespace {@code org1}.
 */
public final class VaultScenario implements AutoCloseable {

    /** The namespace that the role is bound to. */
    public static final String NAMESPACE = "org1";
    /** The service account that the role is bound to. */
    public static final String SERVICE_ACCOUNT = "app1";
    /** The role, and its policy. */
    public static final String ROLE = "org1-app1-reader";
    /** The path of the secret in KV version 1. */
    public static final String SECRET = "secret/org1/app1";
    /** The path of the secret in KV version 2. */
    public static final String SECRET_KV2 = "kv/org1/app1";
    /** The value of the key {@code var} in both. */
    public static final String VALUE = "hello-from-vault";

    private final VaultServer vault;
    private final ServiceAccountIssuer issuer = ServiceAccountIssuer.create();
    private final EmbeddedTokenReview review = EmbeddedTokenReview.start(issuer);

    private VaultScenario(VaultServer vault) {
        this.vault = vault;
    }

    /** Sets it up in a Vault that has nothing at those paths yet. */
    public static VaultScenario in(VaultServer vault) {
        VaultScenario scenario = new VaultScenario(vault);
        scenario.prepare();
        return scenario;
    }

    private void prepare() {
        VaultAdmin admin = vault.admin();
        admin.enableKv("secret", 1);
        admin.enableKv("kv", 2);
        admin.putSecret(SECRET, Map.of("var", VALUE));
        admin.putSecret(SECRET_KV2, Map.of("var", VALUE));
        admin.policy(
                ROLE,
                Map.of(
                        "secret/org1/*", List.of("read", "list"),
                        "kv/data/org1/*", List.of("read"),
                        "kv/metadata/org1/*", List.of("list")));
        admin.enableKubernetesAuth("kubernetes");
        admin.configureKubernetesAuth(
                "kubernetes",
                Map.of(
                        "kubernetes_host", review.address().toString(),
                        "token_reviewer_jwt", issuer.token("kube-system", "vault-reviewer"),
                        "disable_local_ca_jwt", true));
        admin.role("kubernetes", ROLE, VaultAdmin.KubernetesRole.of(NAMESPACE, SERVICE_ACCOUNT, ROLE));
    }

    /** The Vault. */
    public VaultServer vault() {
        return vault;
    }

    /** Signs the pods' tokens. */
    public ServiceAccountIssuer issuer() {
        return issuer;
    }

    /** Reviews them. */
    public EmbeddedTokenReview review() {
        return review;
    }

    /** Ends the token review; the Vault is its owner's to close. */
    @Override
    public void close() {
        review.close();
    }
}
