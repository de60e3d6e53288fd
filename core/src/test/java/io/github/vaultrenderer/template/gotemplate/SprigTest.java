package io.github.vaultrenderer.template.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.SecretQuery;
import io.github.vaultrenderer.template.RenderContext;
import io.github.vaultrenderer.template.TemplateException;
import io.github.vaultrenderer.template.TemplatePermissions;
import io.github.vaultrenderer.template.TemplateSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** sprig's functions that give another result every time, or at another time. */
class SprigTest {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06.700Z");

    private static final String AUTHORITY = "{{ $ca := sprig_genCA \"an authority\" 365 }}";

    @Test
    void decryptsWhatItEncrypted() {
        assertThat(render("{{ sprig_encryptAES \"pw\" \"a text\" | sprig_decryptAES \"pw\" }}"))
                .isEqualTo("a text");
        assertThat(render("{{ sprig_encryptAES \"pw\" \"a text\" }}"))
                .isNotEqualTo(render("{{ sprig_encryptAES \"pw\" \"a text\" }}"));
    }

    @Test
    void hashesPasswordsWithSalt() {
        String hash = render("{{ sprig_bcrypt \"pw\" }}");
        assertThat(hash).startsWith("$2a$10$");
        assertThat(isHashOf("pw", hash)).isTrue();
        assertThat(isHashOf("other", hash)).isFalse();
        assertThat(render("{{ sprig_htpasswd \"me\" \"pw\" }}")).startsWith("me:$2a$10$");
    }

    private static boolean isHashOf(String password, String hash) {
        return BCrypt.verifyer()
                .verify(password.getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII))
                .verified;
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa", "ecdsa", "ed25519"})
    void makesKeysThatSignThemselves(String kind) throws Exception {
        String all = render("{{ $key := sprig_genPrivateKey \"" + kind + "\" }}"
                + "{{ $c := sprig_genSelfSignedCertWithKey \"me\" nil (sprig_list \"a.b\") 10 $key }}"
                + "{{ $c.Cert }}{{ if ne $c.Key $key }}another key{{ end }}");
        assertThat(all).doesNotContain("another key");
        X509Certificate certificate = certificate(all);
        certificate.verify(certificate.getPublicKey());
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=me");
    }

    @Test
    void makesDsaKeys() {
        assertThat(render("{{ sprig_genPrivateKey \"dsa\" }}")).startsWith("-----BEGIN DSA PRIVATE KEY-----");
    }

    @Test
    void signsCertificates() throws Exception {
        String both = render(AUTHORITY
                + "{{ $leaf := sprig_genSignedCert \"leaf\" (sprig_list \"10.0.0.1\" \"::1\") (sprig_list \"a.b\") 30 $ca }}"
                + "{{ $ca.Cert }}~{{ $leaf.Cert }}");
        X509Certificate authority = certificate(both.substring(0, both.indexOf('~')));
        X509Certificate leaf = certificate(both.substring(both.indexOf('~') + 1));
        authority.verify(authority.getPublicKey());
        leaf.verify(authority.getPublicKey());
        assertThat(authority.getBasicConstraints()).isNotNegative();
        assertThat(leaf.getBasicConstraints()).isNegative();
        assertThat(leaf.getIssuerX500Principal()).isEqualTo(authority.getSubjectX500Principal());
        assertThat(leaf.getSubjectAlternativeNames())
                .extracting(name -> String.valueOf(name.get(1)))
                .containsExactly("a.b", "10.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(leaf.getNotBefore().toInstant()).isEqualTo(NOW.truncatedTo(ChronoUnit.SECONDS));
        assertThat(leaf.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
    }

    @Test
    void refusesAnAuthorityWithAnothersKey() {
        String template = AUTHORITY
                + "{{ $other := sprig_buildCustomCert (sprig_b64enc $ca.Cert) (sprig_b64enc (sprig_genPrivateKey \"ecdsa\")) }}"
                + "{{ (sprig_genSignedCert \"x\" nil nil 1 $other).Cert }}";
        assertThatThrownBy(() -> render(template))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("is not that of the certificate");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{{ sprig_ago (sprig_toDate \"2006-01-02T15:04:05Z\" \"2026-02-03T03:04:05Z\") }} ~ 1h1m2s",
                "{{ sprig_ago 1770091444 }} ~ 1m3s",
                "{{ sprig_ago (sprig_toDate \"2006\" \"2027\") }} ~ -7963h54m53s",
                "{{ sprig_ago (sprig_toDate \"x\" \"y\") }} ~ 2562047h47m16.854775807s",
                "{{ sprig_durationRound (sprig_toDate \"2006-01-02\" \"2026-01-31\") }} ~ 3d"
            })
    void tellsTimeFromTheClock(String template, String output) {
        assertThat(render(template)).isEqualTo(output);
    }

    @Test
    void choosesAtRandom() {
        assertThat(Integer.parseInt(render("{{ sprig_randInt 5 9 }}"))).isBetween(5, 8);
        assertThat(render("{{ sprig_shuffle \"abc\" }}")).hasSize(3).contains("a", "b", "c");
    }

    @Test
    void failsWithTheTemplatesMessage() {
        assertThatThrownBy(() -> render("{{ sprig_fail \"no user is set\" }}"))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("no user is set");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ sprig_until 1000000000 }}",
                "{{ sprig_repeat 1000000000 \"x\" }}",
                "{{ sprig_indent 1000000000 \"x\" }}",
                "{{ $d := sprig_dict }}{{ $_ := sprig_set $d \"a\" $d }}"
            })
    void refusesWhatNoMemoryHolds(String template) {
        assertThatThrownBy(() -> render(template)).isInstanceOf(TemplateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ sprig_mustFromJson \"hidden\" }}",
                "{{ sprig_decryptAES \"k\" \"hidden!\" }}",
                "{{ sprig_urlParse \"http://u:hidden@h:x/\" }}",
                "{{ sprig_semver \"hidden\" }}",
                "{{ sprig_semverCompare \"hidden\" \"1.0.0\" }}",
                "{{ sprig_mustToDate \"2006\" \"hidden\" }}",
                "{{ sprig_genCAWithKey \"x\" 1 \"hidden\" }}",
                "{{ sprig_until (sprig_cat \"hidden\") }}",
                "{{ sprig_mustDateModify \"hidden\" (sprig_toDate \"2006\" \"2020\") }}"
            })
    void keepsValuesOutOfErrors(String template) {
        assertThatThrownBy(() -> render(template.replaceAll("\"[^\"]*hidden[^\"]*\"", "(env \"HIDDEN\")")))
                .isInstanceOf(TemplateException.class)
                .message()
                .doesNotContain("hidden");
    }

    @Test
    void canBeDenied() {
        TemplatePermissions permissions = TemplatePermissions.none().denying(List.of("sprig_*"));
        assertThatThrownBy(() -> render(permissions, "{{ sprig_upper \"x\" }}"))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("function is disabled");
    }

    private static X509Certificate certificate(String pem) throws Exception {
        byte[] bytes = pem.getBytes(StandardCharsets.US_ASCII);
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
    }

    private static String render(String template) {
        return render(TemplatePermissions.none(), template);
    }

    private static String render(TemplatePermissions permissions, String template) {
        return new String(
                GoTemplateEngine.strict()
                        .with(permissions)
                        .compile(TemplateSource.of("", template))
                        .render(new Clock())
                        .output()
                        .bytes(),
                StandardCharsets.UTF_8);
    }

    private record Clock() implements RenderContext {
        @Override
        public @Nullable Secret recall(SecretQuery query) {
            return null;
        }

        @Override
        public @Nullable String env(String name) {
            return name.equals("HIDDEN") ? "%zzhidden!" : null;
        }

        @Override
        public InstantSource clock() {
            return InstantSource.fixed(NOW);
        }
    }
}
