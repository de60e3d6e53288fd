package io.github.vaultrenderer.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.test.VaultAdmin.Answer;
import io.github.vaultrenderer.test.VaultAdmin.KubernetesRole;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every Vault answers, embedded or real. The real one is the judge. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class VaultContract {

    private static final String ROLE = VaultScenario.ROLE;

    @RegisterExtension
    final VaultExtension vault;

    private VaultScenario scenario;
    private VaultAdmin admin;
    private boolean pki;

    VaultContract(VaultExtension vault) {
        this.vault = vault;
    }

    abstract void seal(VaultServer server);

    abstract void unseal(VaultServer server);

    @BeforeAll
    void prepare() {
        scenario = vault.scenario();
        admin = vault.admin();
        admin.role(
                "kubernetes",
                "with-audience",
                KubernetesRole.of("org1", "app1", ROLE).withAudience("vault"));
        admin.role(
                "kubernetes", "short", KubernetesRole.of("org1", "app1", ROLE).withTtl(Duration.ofSeconds(90)));
        admin.enableKubernetesAuth("unconfigured");
        admin.role("unconfigured", ROLE, KubernetesRole.of("org1", "app1", ROLE));
    }

    @Test
    void aPodLogsIn() {
        Map<String, Object> auth =
                login(ROLE, scenario.issuer().token("org1", "app1")).object("auth");

        assertThat(auth.get("client_token").toString()).startsWith("hvs.");
        assertThat(auth.get("accessor").toString()).isNotEmpty();
        assertThat(auth).containsEntry("lease_duration", 1200).containsEntry("renewable", true);
        assertThat(auth).containsEntry("token_type", "service");
        assertThat((List<?>) auth.get("policies")).asString().contains(ROLE).contains("default");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    org1-app1-reader | org2 | app1 | 403 | namespace not authorized
                    org1-app1-reader | org1 | app2 | 403 | service account name not authorized
                    with-audience    | org1 | app1 | 403 | invalid audience (aud) claim: audience claim does not match any expected audience
                    no-such-role     | org1 | app1 | 400 | invalid role name "no-such-role"
                    """)
    void refusesOtherPodsAndRoles(String role, String namespace, String account, int status, String reason) {
        Answer answer = login(role, scenario.issuer().token(namespace, account));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.errors()).containsExactly(reason);
    }

    @Test
    void refusesWhatIsMissing() {
        String jwt = scenario.issuer().token("org1", "app1");

        assertThat(admin.send("POST", "auth/kubernetes/login", "", Map.of("jwt", jwt)))
                .isEqualTo(new Answer(400, Map.of("errors", List.of("missing role"))));
        assertThat(admin.send("POST", "auth/kubernetes/login", "", Map.of("role", ROLE)))
                .isEqualTo(new Answer(400, Map.of("errors", List.of("missing jwt"))));
        assertThat(admin.send("POST", "auth/unconfigured/login", "", Map.of("role", ROLE, "jwt", jwt)))
                .isEqualTo(new Answer(500, Map.of("errors", List.of("could not load backend configuration"))));
    }

    @Test
    void masksOtherRefusals() {
        ServiceAccountIssuer stranger = ServiceAccountIssuer.create();
        scenario.review().delete("org1", "gone");
        admin.role("kubernetes", "gone", KubernetesRole.of("org1", "gone", ROLE));
        Answer masked = new Answer(403, Map.of("errors", List.of("permission denied")));

        assertThat(login(ROLE, stranger.token("org1", "app1"))).isEqualTo(masked);
        assertThat(login(ROLE, "garbage")).isEqualTo(masked);
        assertThat(login("gone", scenario.issuer().token("org1", "gone"))).isEqualTo(masked);
        assertThat(admin.send("POST", "auth/nowhere/login", "", Map.of("role", ROLE, "jwt", "x")))
                .isEqualTo(masked);
        scenario.review().setAvailable(false);
        assertThat(login(ROLE, scenario.issuer().token("org1", "app1"))).isEqualTo(masked);
        scenario.review().setAvailable(true);
    }

    @Test
    void keepsAnAnswerForWhoHasItsWrappingTokenOnce() {
        String wrapping = admin.wrapped(
                "auth/token/create", Map.of("policies", List.of(ROLE), "ttl", "10m"), Duration.ofMinutes(1));
        Answer unusable = new Answer(400, Map.of("errors", List.of("wrapping token is not valid or does not exist")));

        Answer answer = unwrap(wrapping);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.object("auth").get("client_token").toString()).startsWith("hvs.");
        assertThat(answer.object("auth"))
                .containsEntry("lease_duration", 600)
                .containsEntry("policies", List.of("default", ROLE));

        assertThat(unwrap(wrapping)).isEqualTo(unusable);
        assertThat(unwrap("hvs.garbage")).isEqualTo(unusable);
        assertThat(unwrap(vault.server().rootToken())).isEqualTo(unusable);
        assertThat(unwrap(""))
                .isEqualTo(
                        new Answer(403, Map.of("errors", List.of("error validating wrapping token: token is empty"))));
    }

    @Test
    void anyOtherUseSpendsAWrappingToken() {
        String wrapping = admin.wrapped("auth/token/create", Map.of(), Duration.ofMinutes(1));

        assertThat(admin.send("GET", "auth/token/lookup-self", wrapping, Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(unwrap(wrapping).status()).isEqualTo(400);
    }

    private Answer unwrap(String token) {
        return admin.send("POST", "sys/wrapping/unwrap", token, Map.of());
    }

    @Test
    void refusesTokensOfTheWrongTime() {
        ServiceAccountIssuer.Claims claims = ServiceAccountIssuer.Claims.of("org1", "app1");
        Answer stale = login(
                ROLE, scenario.issuer().token(claims.issuedAt(Instant.now().minus(Duration.ofHours(3)))));
        Answer early = login(
                ROLE, scenario.issuer().token(claims.issuedAt(Instant.now().plus(Duration.ofHours(3)))));

        assertThat(stale.status()).isEqualTo(403);
        assertThat(stale.errors().toString()).contains("token is expired");
        assertThat(early.status()).isEqualTo(403);
        assertThat(early.errors().toString()).contains("token not yet valid");
    }

    @Test
    void acceptsTheAudienceOfTheRole() {
        ServiceAccountIssuer.Claims claims =
                ServiceAccountIssuer.Claims.of("org1", "app1").forAudiences("vault");

        assertThat(login("with-audience", scenario.issuer().token(claims)).status())
                .isEqualTo(200);
    }

    @Test
    void aTokenIsRenewedUpToItsMaximumAndRevoked() {
        String token = token("short");

        assertThat(admin.send("GET", "auth/token/lookup-self", token, Map.of()).object("data"))
                .containsEntry("renewable", true)
                .containsEntry("type", "service");
        Answer renewed = admin.send("POST", "auth/token/renew-self", token, Map.of("increment", 600));
        assertThat(((Number) renewed.object("auth").get("lease_duration")).longValue())
                .isBetween(590L, 600L);
        Answer most = admin.send("POST", "auth/token/renew-self", token, Map.of("increment", 999_999));
        assertThat(((Number) most.object("auth").get("lease_duration")).longValue())
                .isBetween(3500L, 3600L);
        assertThat(admin.send("POST", "auth/token/revoke-self", token, Map.of()).status())
                .isEqualTo(204);

        Answer after = admin.send("GET", VaultScenario.SECRET, token, Map.of());
        assertThat(after.status()).isEqualTo(403);
        assertThat(after.errors().toString()).contains("permission denied").contains("invalid token");
    }

    @Test
    void aTokenIsUsedUp() {
        Answer made = admin.write("auth/token/create", Map.of("policies", List.of(ROLE), "num_uses", 1));
        String token = made.object("auth").get("client_token").toString();

        assertThat(admin.send("GET", VaultScenario.SECRET, token, Map.of()).status())
                .isEqualTo(200);
        assertThat(admin.send("GET", VaultScenario.SECRET, token, Map.of())
                        .errors()
                        .toString())
                .contains("invalid token");
    }

    @Test
    void aBatchTokenCannotBeRenewed() {
        Answer made = admin.write("auth/token/create", Map.of("policies", List.of(ROLE), "type", "batch", "ttl", "5m"));
        String token = made.object("auth").get("client_token").toString();

        assertThat(token).startsWith("hvb.");
        assertThat(made.object("auth")).containsEntry("accessor", "").containsEntry("renewable", false);
        Answer renewal = admin.send("POST", "auth/token/renew-self", token, Map.of());
        assertThat(renewal.status()).isEqualTo(400);
        assertThat(renewal.errors().toString()).contains("batch tokens cannot be renewed");
    }

    @Test
    void readsKvVersion1() {
        Answer answer = admin.send("GET", VaultScenario.SECRET, token(ROLE), Map.of());

        assertThat(answer.object("data")).isEqualTo(Map.of("var", VaultScenario.VALUE));
        assertThat(answer.body()).containsEntry("lease_id", "").containsEntry("renewable", false);
        assertThat(answer.body()).containsEntry("lease_duration", 2_764_800);
    }

    @Test
    void readsKvVersion2WithItsVersions() {
        admin.putSecret("kv/org1/versions", Map.of("n", 1));
        admin.putSecret("kv/org1/versions", Map.of("n", 2));
        String token = token(ROLE);

        Answer newest = admin.send("GET", "kv/data/org1/versions", token, Map.of());
        assertThat(newest.object("data").get("data")).isEqualTo(Map.of("n", 2));
        assertThat((Map<?, ?>) newest.object("data").get("metadata")).asString().contains("version=2");
        assertThat(admin.send("GET", "kv/data/org1/versions?version=1", token, Map.of())
                        .object("data")
                        .get("data"))
                .isEqualTo(Map.of("n", 1));
        assertThat(admin.send("GET", "kv/data/org1/versions?version=9", token, Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void tellsADeletedVersionFromNone() {
        admin.putSecret("kv/org1/deleted", Map.of("n", 1));
        admin.delete("kv/data/org1/deleted");
        Answer deleted = admin.send("GET", "kv/data/org1/deleted", token(ROLE), Map.of());
        Answer never = admin.send("GET", "kv/data/org1/never", token(ROLE), Map.of());

        assertThat(deleted.status()).isEqualTo(404);
        assertThat(deleted.object("data")).containsEntry("data", null);
        assertThat(((Map<?, ?>) deleted.object("data").get("metadata"))
                        .get("deletion_time")
                        .toString())
                .isNotEmpty();
        assertThat(never.status()).isEqualTo(404);
        assertThat(never.errors()).isEmpty();
        assertThat(never.object("data")).isEmpty();
    }

    @Test
    void listsKeys() {
        admin.putSecret("secret/org1/folder/a", Map.of("k", "v"));
        admin.putSecret("secret/org1/folder/sub/b", Map.of("k", "v"));
        String token = token(ROLE);

        Map<String, Object> keys = Map.of("keys", List.of("a", "sub/"));
        assertThat(admin.send("GET", "secret/org1/folder?list=true", token, Map.of())
                        .object("data"))
                .isEqualTo(keys);
        assertThat(admin.send("LIST", "secret/org1/folder", token, Map.of()).object("data"))
                .isEqualTo(keys);
        assertThat(admin.send("GET", "secret/org1/nothing?list=true", token, Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void refusesWhatNoPolicyAllows() {
        Answer answer = admin.send("GET", "secret/org2/app1", token(ROLE), Map.of());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.errors().toString()).contains("1 error occurred").contains("permission denied");
        assertThat(answer.errors().toString()).doesNotContain("invalid token");
        assertThat(admin.send("POST", VaultScenario.SECRET, token(ROLE), Map.of("a", "b"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void answersTheMountProbe() {
        String token = token(ROLE);

        Map<String, Object> first = admin.send("GET", "sys/internal/ui/mounts/secret/org1/app1", token, Map.of())
                .object("data");
        assertThat(first).containsEntry("path", "secret/").containsEntry("type", "kv");
        assertThat(String.valueOf(first.get("options"))).doesNotContain("version=2");
        Map<String, Object> second = admin.send("GET", "sys/internal/ui/mounts/kv/org1/app1", token, Map.of())
                .object("data");
        assertThat(second).containsEntry("path", "kv/");
        assertThat(second.get("options")).isEqualTo(Map.of("version", "2"));
        Answer other = admin.send("GET", "sys/internal/ui/mounts/nowhere/x", token, Map.of());
        assertThat(other.status()).isEqualTo(403);
        assertThat(other.errors().toString()).contains("preflight capability check returned 403");
    }

    @Test
    void refusesWithoutAToken() {
        assertThat(admin.send("GET", VaultScenario.SECRET, "", Map.of()).status())
                .isEqualTo(403);
        Answer unknown = admin.send("GET", VaultScenario.SECRET, "hvs.unknown", Map.of());
        assertThat(unknown.status()).isEqualTo(403);
        assertThat(unknown.errors().toString()).contains("invalid token");
        assertThat(admin.send("GET", "sys/internal/ui/mounts/secret/x", "hvs.unknown", Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void keepsNumbersAsTheyWereWritten() {
        admin.putSecret("secret/org1/numbers", Map.of("n", new BigDecimal("1.10"), "big", 12345678901234567L));

        Map<String, Object> data =
                admin.send("GET", "secret/org1/numbers", token(ROLE), Map.of()).object("data");
        assertThat(data.get("n")).hasToString("1.10");
        assertThat(data.get("big")).hasToString("12345678901234567");
    }

    @Test
    void failsWhileItIsSealed() {
        assertThat(admin.send("GET", "sys/health", "", Map.of()).status()).isEqualTo(200);
        String token = token(ROLE);
        seal(vault.server());
        try {
            Answer sealed = admin.send("GET", VaultScenario.SECRET, token, Map.of());
            assertThat(sealed.status()).isEqualTo(503);
            assertThat(sealed.errors()).containsExactly("Vault is sealed");
            assertThat(admin.send("GET", "sys/health", "", Map.of()).status()).isEqualTo(503);
        } finally {
            unseal(vault.server());
        }
        assertThat(admin.send("GET", VaultScenario.SECRET, token, Map.of()).status())
                .isEqualTo(200);
    }

    @Test
    void answersAWriteByTheEngineThatItIsTo() {
        Answer version1 =
                admin.send("POST", "secret/org1/written", vault.server().rootToken(), Map.of("k", "v"));
        assertThat(version1).isEqualTo(new Answer(204, Map.of()));
        Answer version2 = admin.send(
                "POST", "kv/data/org1/written", vault.server().rootToken(), Map.of("data", Map.of("k", "v")));
        assertThat(version2.status()).isEqualTo(200);
        assertThat(version2.object("data")).containsEntry("version", 1).containsEntry("destroyed", false);
        Answer bare = admin.send("POST", "kv/data/org1/bare", vault.server().rootToken(), Map.of("k", "v"));
        assertThat(bare).isEqualTo(new Answer(400, Map.of("errors", List.of("no data provided"))));
        Answer empty = admin.send("POST", "secret/org1/empty", vault.server().rootToken(), Map.of());
        assertThat(empty).isEqualTo(new Answer(400, Map.of("errors", List.of("missing data fields"))));
    }

    @ParameterizedTest
    @CsvSource({"ec, EC PRIVATE KEY", "rsa, RSA PRIVATE KEY"})
    void issuesCertificates(String keyType, String key) throws CertificateException {
        issuing("web-" + keyType, keyType);
        Answer answer = admin.send(
                "POST",
                "pki/issue/web-" + keyType,
                vault.server().rootToken(),
                Map.of("common_name", "app.org1.svc", "alt_names", "b.org1.svc", "ip_sans", "10.0.0.1", "ttl", "1h"));

        assertThat(answer.status()).as(answer.errors().toString()).isEqualTo(200);
        Map<String, Object> data = answer.object("data");
        assertThat(data).containsEntry("private_key_type", keyType);
        assertThat(data.get("private_key").toString())
                .startsWith("-----BEGIN " + key + "-----\n")
                .endsWith("\n-----END " + key + "-----");
        assertThat(data.get("ca_chain")).isEqualTo(List.of(data.get("issuing_ca")));
        assertThat(data.get("serial_number").toString()).matches("[0-9a-f]{2}(:[0-9a-f]{2})+");
        assertThat(answer.body()).containsEntry("lease_id", "").containsEntry("lease_duration", 0);
        X509Certificate certificate = certificate(data.get("certificate"));
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=app.org1.svc");
        assertThat(certificate.getSubjectAlternativeNames().stream().<Object>map(name -> name.get(1)))
                .containsExactlyInAnyOrder("app.org1.svc", "b.org1.svc", "10.0.0.1");
        assertThat(certificate.getBasicConstraints()).isNegative();
        Duration life = Duration.between(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
        // Backdated by 30 s; Vault looks at its clock for the end, makes the key, and looks again for the beginning.
        assertThat(life)
                .isBetween(
                        Duration.ofHours(1).plusSeconds(1), Duration.ofHours(1).plusSeconds(30));
        X509Certificate issuer = certificate(data.get("issuing_ca"));
        assertThat(issuer.getBasicConstraints()).isNotNegative();
        assertThat(certificate.getIssuerX500Principal()).isEqualTo(issuer.getSubjectX500Principal());
        assertThat(admin.read("pki/cert/ca").object("data")).containsEntry("certificate", data.get("issuing_ca"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    web-refusing | evil.org     |            | common name evil.org not allowed by this role
                    web-refusing | org1.svc     |            | common name org1.svc not allowed by this role
                    web-refusing | app.org1.svc | evil.org   | subject alternate name evil.org not allowed by this role
                    web-refusing |              |            | the common_name field is required, or must be provided in a CSR with "use_csr_common_name" set to true, unless "require_cn" is set to false
                    nobody       | app.org1.svc |            | unknown role: nobody
                    """)
    void refusesCertificates(String role, String common, String alternative, String reason) {
        issuing("web-refusing", "ec");
        Map<String, Object> request = new HashMap<>(Map.of("ttl", "1h"));
        if (common != null) {
            request.put("common_name", common);
        }
        if (alternative != null) {
            request.put("alt_names", alternative);
        }

        assertThat(admin.send("POST", "pki/issue/" + role, vault.server().rootToken(), request))
                .isEqualTo(new Answer(400, Map.of("errors", List.of(reason))));
        assertThat(admin.send("GET", "pki/issue/" + role, vault.server().rootToken(), Map.of())
                        .status())
                .isEqualTo(405);
    }

    private void issuing(String role, String keyType) {
        if (!pki) {
            admin.enablePki("pki", "contract root");
            pki = true;
        }
        int bits = keyType.equals("rsa") ? 2048 : 256;
        admin.write(
                "pki/roles/" + role,
                Map.of("allowed_domains", "org1.svc", "allow_subdomains", true, "key_type", keyType, "key_bits", bits));
    }

    private static X509Certificate certificate(Object pem) throws CertificateException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private String token(String role) {
        Answer answer = login(role, scenario.issuer().token("org1", "app1"));
        assertThat(answer.status()).as(answer.errors().toString()).isEqualTo(200);
        return answer.object("auth").get("client_token").toString();
    }

    private Answer login(String role, String jwt) {
        return admin.send("POST", "auth/kubernetes/login", "", Map.of("role", role, "jwt", jwt));
    }
}
