package io.github.vaultrenderer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vaultrenderer.auth.TokenLogin;
import io.github.vaultrenderer.failure.FailureKind;
import io.github.vaultrenderer.failure.RendererException;
import io.github.vaultrenderer.redact.Sensitive;
import io.github.vaultrenderer.secrets.SecretQuery;
import io.github.vaultrenderer.template.TemplatePermissions;
import io.github.vaultrenderer.template.TemplateSource;
import io.github.vaultrenderer.template.freemarker.FreeMarkerEngine;
import io.github.vaultrenderer.template.gotemplate.GoTemplateEngine;
import io.github.vaultrenderer.test.VaultAdmin;
import io.github.vaultrenderer.test.VaultExtension;
import io.github.vaultrenderer.test.VaultScenario;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What templates change in any Vault, embedded or real: writes, and certificates that they have issued. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class VaultChangesContract {

    private static final String CERTIFICATE = "{{ with pkiCert \"pki/issue/web\" \"common_name=%s\" \"ttl=1h\" }}";
    private static final String BUNDLE = CERTIFICATE + "{{ .Data.Key }}{{ .Cert }}{{ .CA }}{{ end }}";

    @RegisterExtension
    final VaultExtension vault;

    @TempDir
    Path folder;

    private VaultAdmin admin;
    private String token;

    VaultChangesContract(VaultExtension vault) {
        this.vault = vault;
    }

    @BeforeAll
    void prepare() {
        admin = vault.admin();
        admin.enablePki("pki", "contract root");
        admin.pkiRole("pki", "web", "org1.svc");
        List<String> all = List.of("create", "read", "update", "list");
        admin.policy(
                "writer",
                Map.of(
                        "secret/org1/*", all,
                        "kv/data/org1/*", all,
                        "kv/metadata/org1/*", all,
                        "pki/issue/*", List.of("update")));
        token = admin.write("auth/token/create", Map.of("policies", List.of("writer"), "ttl", "1h"))
                .object("auth")
                .get("client_token")
                .toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    t.ctmpl | {{ with secret "kv/org1/w1" "k=v" }}{{ .Data.version }}{{ end }}                    | 1
                    t.ctmpl | {{ with secret "kv/data/org1/w2" "k=v" }}{{ .Data.version }}{{ end }}               | 1
                    t.ctmpl | {{ with secret "secret/org1/w3" "k=v" }}something{{ else }}nothing{{ end }}         | nothing
                    t.ctmpl | {{ secret "secret/org1/w4" " k = v=w " "" "b=" }} {{ with secret "secret/org1/w4" }}{{ .Data }}{{ end }} | <nil> map[b: k:v=w]
                    t.ctmpl | {{ toJSON (secret "secret/org1/w4" "k=v") }}                                        | null
                    t.ctmpl | {{ with secret "secret/org1/app1" }}{{ secret "secret/org1/w5" (printf "copy=%s" .Data.var) }}{{ end }} {{ with secret "secret/org1/w5" }}{{ .Data.copy }}{{ end }} | <nil> hello-from-vault
                    t.ctmpl | {{ $w := secret "kv/org1/w6" "k=1" }}{{ with secret "kv/org1/w7" (printf "k=%v" $w.Data.version) }}{{ .Data.version }}{{ end }}{{ with secret "kv/org1/w7" }}{{ .Data.data.k }}{{ end }} | 11
                    t.ftl   | ${secret('kv/org1/w8', {'k': 'v'}).version}                                         | 1
                    t.ftl   | <#assign w = secret('secret/org1/w9', {'k': 'v'})>${secret('secret/org1/w9').k}     | v
                    t.ftl   | <#assign w = secret('secret/org1/w10', {'k': secret('secret/org1/app1').var})>${secret('secret/org1/w10').k} | hello-from-vault
                    t.ftl   | <#if secret('kv/org1/w11', {'k': 'v'}).version == 1>one<#else>more</#if>            | one
                    t.ftl   | ${secret('kv/org1/w12', {'k': secret('kv/org1/w13', {'k': 'v'}).version}).version}  | 1
                    """)
    void writes(String name, String template, String output) {
        assertThat(text(name, template)).isEqualTo(output);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
                    t.ctmpl ¦ {{ with secret "auth/token/create" "policies=writer" "ttl=1h" }}{{ .Auth.LeaseDuration }} {{ .Auth.Renewable }} {{ .Auth.Policies }} {{ printf "%T" .Auth.Metadata }} {{ .Auth.ClientToken | regexMatch "^hvs[.]" }} {{ if .Auth.Accessor }}accessor{{ end }} {{ .Data }}{{ .LeaseID }}{{ end }} ¦ 3600 true [default writer] map[string]string true accessor map[]
                    t.ctmpl ¦ {{ with secret "auth/token/create" "policies=writer" }}{{ toJSON .Data }} {{ printf "%#v" .Data }} {{ if .Data }}some{{ end }}{{ range .Data }}some{{ end }}{{ len .Data }} {{ index .Data "x" }}{{ end }} ¦ null map[string]interface {}(nil) 0 <no value>
                    t.ctmpl ¦ {{ with secret "auth/token/create" "policies=writer" }}{{ .Data.x }}{{ end }} ¦ map has no entry for key "x"
                    t.ctmpl ¦ {{ with secret "auth/token/create" "policies=writer" }}{{ sprig_set .Data "a" 1 }}{{ end }} ¦ assignment to entry in nil map
                    t.ctmpl ¦ {{ with secret "sys/health" }}{{ .Data.initialized }} {{ .Data.sealed }} {{ printf "%q" .RequestID }}{{ end }} ¦ true false ""
                    t.ctmpl ¦ {{ with secret "sys/wrapping/wrap" "a=b" }}{{ .WrapInfo.TTL }} {{ toJSON .Data }}{{ end }} ¦ 300 null
                    t.ctmpl ¦ {{ with secret "auth/token/create" "policies=writer" }}{{ .Auth.Nope }}{{ end }} ¦ can't evaluate field Nope in type *dependency.SecretAuth
                    t.ftl   ¦ <#assign a = secret('auth/token/create', {'policies': ['writer'], 'ttl': '1h'}).auth>${a.lease_duration} ${a.renewable?c} ${a.client_token?starts_with('hvs.')?c} ¦ 3600 true true
                    """)
    void showsWhatVaultAnswersBesideData(String name, String template, String output) {
        String text;
        try (VaultRenderer renderer = builder()
                .login(TokenLogin.of(Sensitive.of(vault.server().rootToken())))
                .build()) {
            text = renderer.renderText(TemplateSource.of(name, template)).reveal();
        } catch (RendererException failure) {
            text = failure.getMessage();
        }

        assertThat(text).contains(output);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
                    t.ctmpl ¦ {{ with secret "secret/org1/app1" }}{{ with .WrapInfo }}{{ .TTL }} {{ regexMatch "^hvs[.]" .Token }} {{ .WrappedAccessor }}{{ printf "%T %T" . .CreationTime }} {{ .CreationTime.Year | lt 2020 }}{{ end }} {{ .Data }}{{ .Data.var }}{{ end }} ¦ 300 true *dependency.SecretWrapInfo time.Time true map[]<no value>
                    t.ctmpl ¦ {{ with secret "secret/org1/app1" }}{{ toJSON .Data }}{{ end }}{{ with secret "kv/org1/wrapped" "k=v" }} {{ toJSON .Data }} {{ printf "%#v" .Data }}{{ end }} ¦ null null map[string]interface {}(nil)
                    t.ctmpl ¦ {{ with secret "kv/org1/wrapped" "k=v" }}{{ .WrapInfo.TTL }}{{ .Data.version }}{{ end }} ¦ 300<no value>
                    t.ctmpl ¦ {{ define "t" }}{{ .WrapInfo.TTL }}{{ end }}{{ with secret "secret/org1/app1" }}{{ executeTemplate "t" . }}{{ end }} ¦ 300
                    t.ctmpl ¦ {{ with secret "secret/org1/app1" }}{{ toJSON .WrapInfo | regexMatch `"TTL":300` }} {{ toJSON . | regexMatch `"TTL":300` }}{{ end }} ¦ true true
                    t.ctmpl ¦ {{ with secret "secret/org1/app1" }}{{ .WrapInfo.Nope }}{{ end }} ¦ can't evaluate field Nope in type *dependency.SecretWrapInfo
                    t.ctmpl ¦ {{ range secrets "secret/org1" }}{{ . }}{{ else }}none{{ end }} ¦ none
                    t.ftl   ¦ ${secret('secret/org1/app1').wrap_info.ttl} ${secret('secret/org1/app1').wrap_info.token?starts_with('hvs.')?c} ¦ 300 true
                    """)
    void showsTheTokenOfAWrappedSecret(String name, String template, String output) {
        GoTemplateEngine compatible = GoTemplateEngine.compatible(TemplatePermissions.compatible());
        String text;
        try (VaultRenderer renderer = builder()
                .wrapSecrets("5m")
                .engines(List.of(compatible, new FreeMarkerEngine()))
                .build()) {
            text = renderer.renderText(TemplateSource.of(name, template)).reveal();
        } catch (RendererException failure) {
            text = failure.getMessage();
        }

        assertThat(text).contains(output);
    }

    @Test
    void whatIsWrappedIsTheSecretOfEitherKvVersion() {
        admin.putSecret("kv/org1/wrapped-twice", Map.of("var", "v2"));
        try (VaultRenderer renderer = builder().wrapSecrets("60").build()) {
            for (String path : List.of("secret/org1/app1", "kv/org1/wrapped-twice")) {
                Sensitive wrapping = renderer.renderText(TemplateSource.of(
                        "t.ctmpl", "{{ with secret \"" + path + "\" }}{{ .WrapInfo.Token }}{{ end }}"));
                VaultAdmin.Answer answer = admin.send("POST", "sys/wrapping/unwrap", wrapping.reveal(), Map.of());
                assertThat(answer.status()).as(path).isEqualTo(200);
                assertThat(answer.object("data"))
                        .as(path)
                        .containsAnyOf(Map.entry("var", VaultScenario.VALUE), Map.entry("data", Map.of("var", "v2")));
            }
        }
    }

    @Test
    void writesNumbersAndStructuresFromFreeMarker() {
        text("t.ftl", "${secret('kv/org1/structure', {'n': 1.5, 'b': true, 'l': ['a', {'deep': 7}]}).version}");

        assertThat(admin.read("kv/data/org1/structure").object("data").get("data"))
                .isEqualTo(Map.of("n", new BigDecimal("1.5"), "b", true, "l", List.of("a", Map.of("deep", 7))));
    }

    @Test
    void makesTheSameWriteOfSeveralTemplatesOnce() {
        String go = "{{ with secret \"kv/org1/once\" \"a=1\" \"b=2\" }}{{ .Data.version }}{{ end }}";
        try (VaultRenderer renderer = builder().build()) {
            renderer.render(
                    job("a.ctmpl", go, "once-a"),
                    job("b.ctmpl", go.replace("\"a=1\" \"b=2\"", "\"b=2\" \" a = 1\""), "once-b"),
                    job("c.ftl", "${secret('kv/org1/once', {'b': '2', 'a': '1'}).version}", "once-c"));
        }

        assertThat(List.of("once-a", "once-b", "once-c"))
                .allSatisfy(file -> assertThat(folder.resolve(file)).hasContent("1"));
        assertThat(versions("once")).isEqualTo(1);
    }

    @Test
    void makesAsManyWritesAsATemplateAsksFor() {
        String template =
                "{{ range loop 120 }}{{ with secret (printf \"kv/org1/many-%d\" .) \"k=v\" }}{{ .Data.version }}{{ end }}{{ end }}";

        assertThat(text("t.ctmpl", template)).isEqualTo("1".repeat(120));
    }

    /** Each of them comes to the write in a pass over incomplete data, or fails after it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ with secret \"secret/org1/app1\" }}{{ else }}{{ secret \"kv/org1/never\" \"k=v\" }}{{ end }}",
                "{{ if not (secrets \"secret/org1\") }}{{ secret \"kv/org1/never\" \"k=v\" }}{{ end }}",
                "{{ $s := secret \"secret/org1/app1\" }}{{ if not $s }}{{ secret \"kv/org1/never\" \"k=v\" }}{{ end }}",
                "{{ secret \"kv/org1/never\" \"k=v\" }}{{ parseInt \"x\" }}",
                "{{ secret \"kv/org1/never\" \"k=v\" }}{{ with secret \"secret/org1/absent\" }}{{ end }}",
                "{{ with secret \"secret/org1/absent\" }}{{ end }}{{ secret \"kv/org1/never\" \"k=v\" }}",
                "{{ secret \"kv/org1/never\" \"k=v\" \"no pair\" }}",
                "{{ base64Decode (secret \"kv/org1/never\" \"k=v\").Data.created_time }}",
                "{{ with secret \"kv/org1/other\" \"k=v\" }}{{ else }}{{ secret \"kv/org1/never\" \"k=v\" }}{{ end }}",
                "<#attempt><#if secret('secret/org1/app1').var == 'x'></#if><#recover>${secret('kv/org1/never', {'k': 'v'}).version}</#attempt>",
                "<#attempt><#if secret('kv/org1/other', {'k': 'v'}).version == 1></#if><#recover>${secret('kv/org1/never', {'k': 'v'}).version}</#attempt>",
                "${secret('kv/org1/never', {'k': 'v'}).version}${'x'?number}",
                "${secret('secret/org1/absent').k}${secret('kv/org1/never', {'k': 'v'}).version}",
                "${secret('kv/org1/never', {'k': nothing}).version}"
            })
    void writesNothingOnAGuessNorForATemplateThatFails(String template) {
        try {
            text(template.startsWith("{{") ? "t.ctmpl" : "t.ftl", template);
        } catch (RendererException failure) {
            assertThat(failure.kind()).isIn(FailureKind.TEMPLATE, FailureKind.NOT_FOUND);
        }

        assertThat(versions("never")).isZero();
    }

    @Test
    void writesNothingWhenAnotherTemplateOfTheSetFails() {
        for (String failing : List.of("{{ parseInt \"x\" }}", "{{ with secret \"secret/org1/absent\" }}{{ end }}")) {
            try (VaultRenderer renderer = builder().build()) {
                RendererException failure = catchThrowableOfType(
                        RendererException.class,
                        () -> renderer.render(
                                job("a.ctmpl", "{{ secret \"kv/org1/never\" \"k=v\" }}", "never-a"),
                                job("b.ctmpl", failing, "never-b")));
                assertThat(failure).as(failing).isNotNull();
            }
        }

        assertThat(versions("never")).isZero();
    }

    @Test
    void endsWhenEachPassWouldWriteSomethingElse() {
        RendererException failure =
                failure("{{ with secret \"kv/org1/random\" (printf \"k=%d\" (sprig_randInt 0 1000000000)) }}{{ end }}");

        assertThat(failure.getMessage()).contains("vault.write(kv/org1/random -> [k])");
        assertThat(failure.action()).contains("must not change by itself");
        assertThat(versions("random")).isEqualTo(1);
    }

    @Test
    void writesTheTimeOnce() {
        String template = "{{ with secret \"kv/org1/time\" (printf \"k=%s\" (timestamp \"2006-01-02T15:04:05.000\")) }}"
                + "{{ .Data.version }}{{ end }}";

        assertThat(text("t.ctmpl", template)).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {{ secret "secret/org2/app1" "k=c4n4ry" }}                        | PERMISSION    | vault.write(secret/org2/app1 -> [k]) | create and update
                    {{ secret "secret/org1/empty" "" }}                               | CONFIGURATION | missing data fields                  | vault path-help secret/org1/empty
                    {{ pkiCert "pki/issue/web" "common_name=evil.org" }}              | CONFIGURATION | common name evil.org not allowed     | vault path-help pki/issue/web
                    {{ pkiCert "pki/issue/nobody" "common_name=a.org1.svc" }}         | CONFIGURATION | unknown role: nobody                 | vault path-help pki/issue/nobody
                    {{ pkiCert "secret/org1/cert" "common_name=a.org1.svc" }}         | CONFIGURATION | without a certificate                | pki/issue/<role>
                    {{ secret "secret/org1/x" "c4n4ry" }}                             | TEMPLATE      | not k=v pair                         | Correct the expression
                    {{ secret "/" "k=c4n4ry" }}                                       | TEMPLATE      | the path is empty                    | Correct the expression
                    """)
    void saysWhatWasRefusedAndNotWhatWasWritten(String template, FailureKind kind, String reason, String action) {
        RendererException failure = failure(template);

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.getMessage()).contains(reason).doesNotContain("c4n4ry");
        assertThat(failure.action()).contains(action);
    }

    @Test
    void issuesACertificateOnceForAllTemplatesAndRuns() throws IOException, CertificateException {
        RenderJob certificate = job(
                "a.ctmpl",
                CERTIFICATE.formatted("a.org1.svc") + "{{ .Cert }}{{ .CAChain | join \"\" }}{{ end }}",
                "crt");
        RenderJob key =
                job("b.ftl", "${pkiCert('pki/issue/web', {'common_name': 'a.org1.svc', 'ttl': '1h'}).key}", "key");
        render(certificate, key);
        String first = Files.readString(folder.resolve("crt"));

        assertThat(parsed(first).getSubjectX500Principal().getName()).isEqualTo("CN=a.org1.svc");
        assertThat(first).containsOnlyOnce("\n-----BEGIN CERTIFICATE-----\n").endsWith("-----END CERTIFICATE-----\n");
        assertThat(folder.resolve("key")).content().startsWith("-----BEGIN EC PRIVATE KEY-----\n");
        assertThat(render(certificate, key).files()).allMatch(file -> file.outcome() == RenderReport.Outcome.UNCHANGED);
        Files.delete(folder.resolve("key"));
        render(certificate, key);
        assertThat(Files.readString(folder.resolve("crt"))).isNotEqualTo(first);
    }

    @Test
    void keepsTwoCertificatesInOneFileApart() throws IOException, CertificateException {
        RenderJob both = job("a.ctmpl", BUNDLE.formatted("x.org1.svc") + BUNDLE.formatted("y.org1.svc"), "both");
        render(both);
        String first = Files.readString(folder.resolve("both"));
        String second = first.substring(first.indexOf("-----BEGIN EC", 1));

        assertThat(parsed(first.substring(first.indexOf("-----BEGIN CERT")))
                        .getSubjectX500Principal()
                        .getName())
                .isEqualTo("CN=x.org1.svc");
        assertThat(parsed(second.substring(second.indexOf("-----BEGIN CERT")))
                        .getSubjectX500Principal()
                        .getName())
                .isEqualTo("CN=y.org1.svc");
        assertThat(render(both).files().get(0).outcome()).isEqualTo(RenderReport.Outcome.UNCHANGED);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, true", "PT53M, true", "PT56M, false", "PT2H, false"})
    void issuesAnotherOneWhenItsTimeHasCome(Duration later, boolean kept) throws IOException {
        RenderJob bundle = job("a.ctmpl", BUNDLE.formatted("renewed.org1.svc"), "renewed-" + later);
        render(bundle);
        String first = Files.readString(bundle.destination());
        try (VaultRenderer renderer = builder()
                .clock(InstantSource.offset(InstantSource.system(), later))
                .build()) {
            renderer.render(bundle);
        }

        assertThat(Files.readString(bundle.destination()).equals(first)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"0.5, PT29M, true", "0.5, PT31M, false", "1, PT59M, true", "0, PT0S, false"})
    void issuesAnotherOneAfterThePartOfItsLifeThatIsSet(double part, Duration later, boolean kept) throws IOException {
        RenderJob bundle = job("a.ctmpl", BUNDLE.formatted("part.org1.svc"), "part-" + part + later);
        render(bundle);
        String first = Files.readString(bundle.destination());
        try (VaultRenderer renderer = builder()
                .clock(InstantSource.offset(InstantSource.system(), later))
                .renewCertificatesAfter(part)
                .build()) {
            renderer.render(bundle);
        }

        assertThat(Files.readString(bundle.destination()).equals(first)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing of PEM",
                "-----BEGIN CERTIFICATE-----\nbroken\n-----END CERTIFICATE-----\n",
                "-----BEGIN CERTIFICATE-----\n",
                "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n"
            })
    void takesNothingFromAFileThatHoldsNoCertificate(String content) throws IOException, CertificateException {
        RenderJob bundle = job("a.ctmpl", BUNDLE.formatted("fresh.org1.svc"), "fresh");
        Files.writeString(bundle.destination(), content);
        render(bundle);

        String text = Files.readString(bundle.destination());
        assertThat(parsed(text.substring(text.indexOf("-----BEGIN CERT")))
                        .getSubjectX500Principal()
                        .getName())
                .isEqualTo("CN=fresh.org1.svc");
    }

    @Test
    void issuesAnotherOneForOtherNames() throws IOException {
        RenderJob one = job("a.ctmpl", BUNDLE.formatted("names.org1.svc"), "names");
        render(one);
        String first = Files.readString(one.destination());
        render(job("a.ctmpl", BUNDLE.formatted("names.org1.svc\" \"alt_names=more.org1.svc"), "names"));

        assertThat(Files.readString(one.destination())).isNotEqualTo(first);
    }

    @Test
    void reportsQueriesWithoutValues() {
        RenderReport report = render(
                job("a.ctmpl", "{{ secret \"kv/org1/report\" \"k=c4n4ry\" }}" + BUNDLE.formatted("r.org1.svc"), "r"));

        Set<SecretQuery> queries = report.files().get(0).queries();
        assertThat(queries)
                .extracting(SecretQuery::toString)
                .containsExactlyInAnyOrder(
                        "vault.write(kv/org1/report -> [k])", "vault.pki(pki/issue/web -> [common_name, ttl])");
        assertThat(report.toString()).doesNotContain("c4n4ry");
    }

    /** How often a secret of KV version 2 was written. */
    private int versions(String name) {
        VaultAdmin.Answer answer =
                admin.send("GET", "kv/metadata/org1/" + name, vault.server().rootToken(), Map.of());
        return answer.status() == 404 ? 0 : ((Number) answer.object("data").get("current_version")).intValue();
    }

    private static X509Certificate parsed(String pem) throws CertificateException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
    }

    final RenderJob job(String name, String template, String file) {
        return RenderJob.from(TemplateSource.of(name, template)).to(folder.resolve(file));
    }

    private RenderReport render(RenderJob... jobs) {
        try (VaultRenderer renderer = builder().build()) {
            return renderer.render(jobs);
        }
    }

    private String text(String name, String template) {
        try (VaultRenderer renderer = builder().build()) {
            return renderer.renderText(TemplateSource.of(name, template))
                    .reveal()
                    .strip();
        }
    }

    private RendererException failure(String template) {
        return catchThrowableOfType(RendererException.class, () -> text("t.ctmpl", template));
    }

    final VaultRenderer.Builder builder() {
        return VaultRenderer.builder().vault(TestEndpoint.of(vault.server())).login(TokenLogin.of(Sensitive.of(token)));
    }
}
