package io.github.vaultrenderer.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.test.TestCertificates;
import io.github.vaultrenderer.test.VaultScenario;
import io.github.vaultrenderer.test.VaultServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program in each of its faces, over TLS, against whichever Vault. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RendererApplicationContract {

    private static final String PAGE =
            "<html>{{ with secret \"secret/org1/app1\" }}{{ .Data.var }}{{ end }} PLOUPI: {{ env \"A_SPECIFIC_VAR\" }}</html>";

    private VaultServer vault;
    private VaultScenario scenario;
    private Path folder;
    private Map<String, String> environment;
    private Path termination;
    private String errors = "";

    abstract VaultServer startVault();

    @BeforeAll
    void start() {
        vault = startVault();
        scenario = VaultScenario.in(vault);
    }

    @AfterAll
    void stop() {
        if (scenario != null) {
            scenario.close();
            vault.close();
        }
    }

    @BeforeEach
    void prepare(@TempDir Path empty) throws IOException {
        folder = empty;
        termination = Files.createFile(folder.resolve("termination-log"));
        environment = new HashMap<>();
        environment.put("VAULT_ADDR", vault.address().toString());
        environment.put("VAULT_CACERT", vault.caCertificate().orElseThrow().toString());
        environment.put("VAULT_ROLE", VaultScenario.ROLE);
        environment.put(
                "SERVICE_ACCOUNT_PATH",
                scenario.issuer()
                        .writeToken(folder.resolve("identity"), "org1", "app1")
                        .toString());
        environment.put("A_SPECIFIC_VAR", "FOOBAR");
    }

    @Test
    void rendersBothKindsOfTemplates() throws IOException {
        List<String> arguments = new ArrayList<>(job(0, template("a.ctmpl", PAGE), folder.resolve("out/a.html")));
        arguments.addAll(job(
                1,
                template("b.ftl", "${secret('kv/org1/app1').var} ${env('A_SPECIFIC_VAR')}"),
                folder.resolve("out/b.html")));

        assertThat(run(arguments)).as(errors).isZero();

        assertThat(folder.resolve("out/a.html")).hasContent("<html>" + VaultScenario.VALUE + " PLOUPI: FOOBAR</html>");
        assertThat(folder.resolve("out/b.html")).hasContent(VaultScenario.VALUE + " FOOBAR");
        assertThat(mode("out/a.html")).isEqualTo("rw-------");
        assertThat(termination).isEmptyFile();
    }

    @Test
    void readsApplicationYamlWhereItIsToldTo() throws IOException {
        Files.writeString(
                folder.resolve("application.yaml"),
                "vault-renderer:\n  jobs:\n    - template: " + template("a.ctmpl", PAGE) + "\n      destination: "
                        + folder.resolve("out.html") + "\n");
        environment.put("SPRING_CONFIG_ADDITIONAL_LOCATION", folder + "/");

        assertThat(run(List.of())).as(errors).isZero();
        assertThat(folder.resolve("out.html")).content().contains(VaultScenario.VALUE);
    }

    @Test
    void logsInAloneForOthersToUseTheToken() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        environment.put("TOKEN_DEST_PATH", home.resolve(".vault-token").toString());
        environment.put("ACCESSOR_DEST_PATH", home.resolve(".vault-accessor").toString());

        assertThat(run(List.of())).as(errors).isZero();
        assertThat(mode("home/.vault-token")).isEqualTo("rw-------");
        assertThat(mode("home/.vault-accessor")).isEqualTo("rw-r--r--");
        String token = Files.readString(home.resolve(".vault-token"));
        assertThat(token).startsWith("hvs.");

        // The second container: it has the token's file and no identity of its own.
        environment.keySet().retainAll(List.of("VAULT_ADDR", "VAULT_CACERT", "A_SPECIFIC_VAR"));
        environment.put("HOME", home.toString());
        Path out = folder.resolve("page.html");
        assertThat(run(List.of(
                        "/usr/local/bin/consul-template", "-once", "-template", template("t", PAGE) + ":" + out)))
                .as(errors)
                .isZero();
        assertThat(out).hasContent("<html>" + VaultScenario.VALUE + " PLOUPI: FOOBAR</html>");
        assertThat(mode("page.html")).isEqualTo("rw-r--r--");
    }

    @ParameterizedTest
    @CsvSource({"-once -template", "--once --template", "-once=true -template"})
    void takesConsulTemplatesFlags(String flags) {
        environment.put("VAULT_TOKEN", vault.rootToken());
        environment.put("SERVICE_ACCOUNT_PATH", "/nowhere");
        List<String> arguments = new ArrayList<>(List.of("consul-template"));
        arguments.addAll(List.of(flags.split(" ")));
        arguments.add(template("t", PAGE) + ":" + folder.resolve("out") + ":touch " + folder.resolve("ran"));

        assertThat(run(arguments)).as(errors).isZero();
        assertThat(folder.resolve("out")).exists();
        assertThat(folder.resolve("ran")).exists();
    }

    @Test
    void answersToTheAuthenticatorsName() {
        environment.put("TOKEN_DEST_PATH", folder.resolve("token").toString());

        assertThat(run(List.of("vault-kubernetes-authenticator"))).as(errors).isZero();
        assertThat(folder.resolve("token")).content().startsWith("hvs.");

        environment.put("VAULT_ROLE", "nobody");
        assertThat(run(List.of("vault-kubernetes-authenticator"))).isEqualTo(1);
        assertThat(errors).contains("invalid role name \"nobody\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    a.ctmpl | {{ with secret "secret/org1/app1" }}{{ .Data.nope }}{{ end }} | 23 | a.ctmpl:1:44
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
        Path out = folder.resolve("out.html");
        Path untouched = folder.resolve("untouched.html");
        Files.writeString(untouched, "old");
        List<String> arguments = new ArrayList<>(job(0, template("good.ctmpl", PAGE), untouched));
        arguments.addAll(job(1, template(name, template), out));

        assertThat(run(arguments)).as(errors).isEqualTo(code);

        assertThat(errors.lines()).hasSize(1);
        assertThat(errors).contains(reason).doesNotContain(VaultScenario.VALUE);
        assertThat(termination).hasContent(errors.strip());
        assertThat(untouched).hasContent("old");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(file -> file.equals("out.html") || file.endsWith(".tmp"));
        }
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
        if (value == null) {
            environment.remove(variable);
        } else {
            environment.put(variable, value);
        }

        assertThat(run(job(0, template("a.ctmpl", PAGE), folder.resolve("out"))))
                .as(errors)
                .isEqualTo(code);
        assertThat(errors).contains(reason);
    }

    @Test
    void refusesAnotherCertificateAuthorityByName() {
        environment.put(
                "VAULT_CACERT", TestCertificates.create("another-ca").caFile().toString());

        assertThat(run(job(0, template("a.ctmpl", PAGE), folder.resolve("out"))))
                .isEqualTo(27);
        assertThat(errors).contains("subject \"CN=localhost\"", "issuer \"CN=contract-ca\"", "only \"CN=another-ca\"");
    }

    @Test
    void takesCertificateAuthoritiesFromTextFileOrFolder() throws IOException {
        Path ca = vault.caCertificate().orElseThrow();
        environment.remove("VAULT_CACERT");
        environment.put(
                "VAULT_CAPATH", Files.createDirectory(folder.resolve("cas")).toString());
        Files.copy(ca, folder.resolve("cas/vault.pem"));
        List<String> arguments = job(0, template("a.ctmpl", PAGE), folder.resolve("out"));
        assertThat(run(arguments)).as(errors).isZero();

        // The text comes before the folder, which is wrong now.
        environment.put("VAULT_CAPATH", "/nowhere");
        environment.put("VAULT_CAPEM", Files.readString(ca));
        assertThat(run(arguments)).as(errors).isZero();
    }

    @Test
    void skipsVerificationWhenToldTo() {
        environment.put(
                "VAULT_CACERT", TestCertificates.create("another-ca").caFile().toString());
        environment.put("VAULT_SKIP_VERIFY", "true");

        assertThat(run(job(0, template("a.ctmpl", PAGE), folder.resolve("out"))))
                .as(errors)
                .isZero();
    }

    @Test
    void tellsConsulTemplatesUsersWhatIsWrong() {
        assertThat(run(List.of("consul-template", "-template", "a:b"))).isEqualTo(16);
        assertThat(errors).contains("-once");
        assertThat(run(List.of("consul-template", "-once", "-tmpl", "a:b"))).isEqualTo(13);
        assertThat(run(List.of("consul-template", "-once", "-template", folder.resolve("no") + ":b")))
                .isEqualTo(14);
        assertThat(errors).contains("there is no template " + folder.resolve("no"));
    }

    @Test
    void isNotContentWithNothingToDo() {
        environment.remove("VAULT_ROLE");

        assertThat(run(List.of())).isEqualTo(20);
        assertThat(errors).contains("there is nothing to do");
    }

    @Test
    void namesTheFileThatCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(run(job(0, template("a.ctmpl", PAGE), file.resolve("below"))))
                .isEqualTo(25);
        assertThat(errors).contains("cannot write " + file.resolve("below"));
    }

    @Test
    void doesNotPrintAPropertysValue() {
        assertThat(run(List.of("--vault-renderer.max-in-flight=s3cr3t-value"))).isNotZero();
        assertThat(errors).contains("vault-renderer.max-in-flight").doesNotContain("s3cr3t-value");
    }

    private int run(List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code;
        try (PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            code = new RendererApplication(environment, stream, stream, termination).run(arguments);
        }
        errors = out.toString(StandardCharsets.UTF_8);
        return code;
    }

    private static List<String> job(int number, Path template, Path destination) {
        String prefix = "--vault-renderer.jobs[" + number + "].";
        return List.of(prefix + "template=" + template, prefix + "destination=" + destination);
    }

    private Path template(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private String mode(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
    }
}
