package io.github.vaultrenderer.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.test.TestCertificates;
import io.github.vaultrenderer.test.VaultExtension;
import io.github.vaultrenderer.test.VaultScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program in each of its faces, over TLS, against whichever Vault. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RendererApplicationContract {

    private static final String PAGE =
            "<html>{{ with secret \"secret/org1/app1\" }}{{ .Data.var }}{{ end }} PLOUPI: {{ env \"A_SPECIFIC_VAR\" }}</html>";

    @RegisterExtension
    final VaultExtension vault;

    private Pod pod;

    RendererApplicationContract(VaultExtension vault) {
        this.vault = vault;
    }

    @BeforeEach
    void prepare(@TempDir Path folder) throws IOException {
        pod = Pod.in(folder, vault.scenario());
        Files.createFile(pod.terminationLog());
        pod.set("A_SPECIFIC_VAR", "FOOBAR");
    }

    @Test
    void rendersBothKindsOfTemplates() {
        List<String> arguments = new ArrayList<>(job(0, pod.write("a.ctmpl", PAGE), pod.file("out/a.html")));
        arguments.addAll(job(
                1,
                pod.write("b.ftl", "${secret('kv/org1/app1').var} ${env('A_SPECIFIC_VAR')}"),
                pod.file("out/b.html")));

        assertThat(pod.run(arguments)).as(pod.errors()).isZero();

        assertThat(pod.file("out/a.html")).hasContent("<html>" + VaultScenario.VALUE + " PLOUPI: FOOBAR</html>");
        assertThat(pod.file("out/b.html")).hasContent(VaultScenario.VALUE + " FOOBAR");
        assertThat(pod.mode("out/a.html")).isEqualTo("rw-------");
        assertThat(pod.terminationLog()).isEmptyFile();
    }

    @Test
    void readsApplicationYamlWhereItIsToldTo() {
        pod.write(
                "application.yaml",
                "vault-renderer:\n  jobs:\n    - template: " + pod.write("a.ctmpl", PAGE) + "\n      destination: "
                        + pod.file("out.html") + "\n");
        pod.set("SPRING_CONFIG_ADDITIONAL_LOCATION", pod.folder() + "/");

        assertThat(pod.run()).as(pod.errors()).isZero();
        assertThat(pod.file("out.html")).content().contains(VaultScenario.VALUE);
    }

    @Test
    void logsInAloneForOthersToUseTheToken() throws IOException {
        Path home = Files.createDirectory(pod.file("home"));
        pod.set("TOKEN_DEST_PATH", home.resolve(".vault-token").toString());
        pod.set("ACCESSOR_DEST_PATH", home.resolve(".vault-accessor").toString());

        assertThat(pod.run()).as(pod.errors()).isZero();
        assertThat(pod.mode("home/.vault-token")).isEqualTo("rw-------");
        assertThat(pod.mode("home/.vault-accessor")).isEqualTo("rw-r--r--");
        String token = Files.readString(home.resolve(".vault-token"));
        assertThat(token).startsWith("hvs.");

        // The second container: it has the token's file and no identity of its own.
        pod.environment().keySet().retainAll(List.of("VAULT_ADDR", "VAULT_CACERT", "A_SPECIFIC_VAR"));
        pod.set("HOME", home.toString());
        Path out = pod.file("page.html");
        assertThat(pod.run("/usr/local/bin/consul-template", "-once", "-template", pod.write("t", PAGE) + ":" + out))
                .as(pod.errors())
                .isZero();
        assertThat(out).hasContent("<html>" + VaultScenario.VALUE + " PLOUPI: FOOBAR</html>");
        assertThat(pod.mode("page.html")).isEqualTo("rw-r--r--");
    }

    @ParameterizedTest
    @CsvSource({"-once -template", "--once --template", "-once=true -template"})
    void takesConsulTemplatesFlags(String flags) {
        pod.set("VAULT_TOKEN", vault.server().rootToken());
        pod.set("SERVICE_ACCOUNT_PATH", "/nowhere");
        List<String> arguments = new ArrayList<>(List.of("consul-template"));
        arguments.addAll(List.of(flags.split(" ")));
        arguments.add(pod.write("t", PAGE) + ":" + pod.file("out") + ":touch " + pod.file("ran"));

        assertThat(pod.run(arguments)).as(pod.errors()).isZero();
        assertThat(pod.file("out")).exists();
        assertThat(pod.file("ran")).exists();
    }

    @Test
    void answersToTheAuthenticatorsName() {
        pod.set("TOKEN_DEST_PATH", pod.file("token").toString());

        assertThat(pod.run("vault-kubernetes-authenticator")).as(pod.errors()).isZero();
        assertThat(pod.file("token")).content().startsWith("hvs.");

        pod.set("VAULT_ROLE", "nobody");
        assertThat(pod.run("vault-kubernetes-authenticator")).isEqualTo(1);
        assertThat(pod.errors()).contains("invalid role name \"nobody\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    a.ctmpl | {{ with secret "secret/org1/app1" }}{{ .Data.nope }}{{ end }} | 23 | a.ctmpl:1:45
                    a.ctmpl | {{ if }}                                                      | 24 | a.ctmpl:1:7: missing value for if
                    a.ftl   | <#if>                                                         | 24 | a.ftl:1:2
                    a.ctmpl | {{ with secret "secret/org1/absent" }}{{ .Data.x }}{{ end }}  | 23 | no secret exists at secret/org1/absent
                    a.ctmpl | {{ with secret "secret/org2/app1" }}{{ .Data.x }}{{ end }}    | 22 | vault.read(secret/org2/app1)
                    a.ctmpl | {{ key "x" }}                                                 | 24 | key asks Consul
                    a.txt   | text                                                          | 20 | no template engine for
                    a.ctmpl | {{ with secret "secret/org1/app1" }}{{ len (index .Data.var 99) }}{{ end }} | 24 | index out of range
                    a.ftl   | ${secret('secret/org1/app1').var?number}                      | 24 | a.ftl:1:1: executing at <${secret("secret/org1/app1").var?number}>
                    """)
    void failsWithACodeAndALineAndWritesNothing(String name, String template, int code, String reason)
            throws IOException {
        Path out = pod.file("out.html");
        Path untouched = pod.file("untouched.html");
        Files.writeString(untouched, "old");
        List<String> arguments = new ArrayList<>(job(0, pod.write("good.ctmpl", PAGE), untouched));
        arguments.addAll(job(1, pod.write(name, template), out));

        assertThat(pod.run(arguments)).as(pod.errors()).isEqualTo(code);

        assertThat(pod.errors().lines()).hasSize(1);
        assertThat(pod.errors()).contains(reason).doesNotContain(VaultScenario.VALUE);
        assertThat(pod.terminationLog()).hasContent(pod.errors().strip());
        assertThat(untouched).hasContent("old");
        assertThat(pod.names()).noneMatch(file -> file.equals("out.html") || file.endsWith(".tmp"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    VAULT_ADDR            | -              | 20 | Vault's address is not set
                    VAULT_ADDR            | vault:8200     | 20 | not an http or https URL
                    VAULT_CACERT          | /nowhere       | 20 | cannot read the certificate authorities in /nowhere
                    VAULT_ROLE            | -              | 20 | there is no way to get a Vault token
                    VAULT_ROLE            | other          | 20 | invalid role name "other"
                    SERVICE_ACCOUNT_PATH  | /nowhere       | 21 | there is no service-account token in /nowhere
                    VAULT_K8S_MOUNT_PATH  | elsewhere      | 21 | nothing is mounted at auth/elsewhere
                    VAULT_SKIP_VERIFY     | perhaps        | 20 | neither true nor false
                    VAULT_TLS_SERVER_NAME | vault.internal | 27 | vault.internal
                    """)
    void namesTheSettingThatIsWrong(String variable, String value, int code, String reason) {
        pod.set(variable, value);

        assertThat(pod.run(job(0, pod.write("a.ctmpl", PAGE), pod.file("out"))))
                .as(pod.errors())
                .isEqualTo(code);
        assertThat(pod.errors()).contains(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    timeout=-5s              | vault-renderer.timeout
                    connect-timeout=0s       | vault-renderer.connect-timeout
                    read-timeout=-1s         | vault-renderer.read-timeout
                    max-in-flight=0          | vault-renderer.max-in-flight
                    jobs[0].left-delimiter=  | a delimiter is empty
                    jobs[0].mode=0999        | not a file mode: 0999
                    """)
    void namesTheValueThatMakesNoSense(String setting, String reason) {
        List<String> arguments = new ArrayList<>(job(0, pod.write("a.ctmpl", PAGE), pod.file("out")));
        arguments.add("--vault-renderer." + setting);

        assertThat(pod.run(arguments)).as(pod.errors()).isEqualTo(20);
        assertThat(pod.errors()).contains(reason);
    }

    @Test
    void refusesAnotherCertificateAuthorityByName() {
        pod.set("VAULT_CACERT", TestCertificates.create("another-ca").caFile().toString());

        assertThat(pod.run(job(0, pod.write("a.ctmpl", PAGE), pod.file("out")))).isEqualTo(27);
        assertThat(pod.errors())
                .contains("subject \"CN=localhost\"", "issuer \"CN=contract-ca\"", "only \"CN=another-ca\"");
    }

    @Test
    void takesCertificateAuthoritiesFromTextFileOrFolder() throws IOException {
        Path ca = vault.server().caCertificate().orElseThrow();
        pod.unset("VAULT_CACERT");
        pod.set("VAULT_CAPATH", Files.createDirectory(pod.file("cas")).toString());
        Files.copy(ca, pod.file("cas/vault.pem"));
        List<String> arguments = job(0, pod.write("a.ctmpl", PAGE), pod.file("out"));
        assertThat(pod.run(arguments)).as(pod.errors()).isZero();

        // The text comes before the folder, which is wrong now.
        pod.set("VAULT_CAPATH", "/nowhere");
        pod.set("VAULT_CAPEM", Files.readString(ca));
        assertThat(pod.run(arguments)).as(pod.errors()).isZero();
    }

    @Test
    void skipsVerificationWhenToldTo() {
        pod.set("VAULT_CACERT", TestCertificates.create("another-ca").caFile().toString());
        pod.set("VAULT_SKIP_VERIFY", "true");

        assertThat(pod.run(job(0, pod.write("a.ctmpl", PAGE), pod.file("out"))))
                .as(pod.errors())
                .isZero();
    }

    @Test
    void tellsConsulTemplatesUsersWhatIsWrong() {
        assertThat(pod.run("consul-template", "-template", "a:b")).isEqualTo(16);
        assertThat(pod.errors()).contains("-once");
        assertThat(pod.run("consul-template", "-once", "-tmpl", "a:b")).isEqualTo(13);
        assertThat(pod.run("consul-template", "-once", "-template", pod.file("no") + ":b"))
                .isEqualTo(14);
        assertThat(pod.errors()).contains("there is no template " + pod.file("no"));
    }

    @Test
    void isNotContentWithNothingToDo() {
        pod.unset("VAULT_ROLE");

        assertThat(pod.run()).isEqualTo(20);
        assertThat(pod.errors()).contains("there is nothing to do");
    }

    @Test
    void namesTheFileThatCannotBeWritten() throws IOException {
        Path file = Files.createFile(pod.file("file"));

        assertThat(pod.run(job(0, pod.write("a.ctmpl", PAGE), file.resolve("below"))))
                .isEqualTo(25);
        assertThat(pod.errors()).contains("cannot write " + file.resolve("below"));
    }

    @Test
    void doesNotPrintAPropertysValue() {
        assertThat(pod.run("--vault-renderer.max-in-flight=s3cr3t-value")).isNotZero();
        assertThat(pod.errors()).contains("vault-renderer.max-in-flight").doesNotContain("s3cr3t-value");
    }

    private static List<String> job(int number, Path template, Path destination) {
        String prefix = "--vault-renderer.jobs[" + number + "].";
        return List.of(prefix + "template=" + template, prefix + "destination=" + destination);
    }
}
