package io.github.vaultrenderer.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.test.TestCertificates;
import io.github.vaultrenderer.test.VaultScenario;
import io.github.vaultrenderer.test.VaultServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
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

/** What consul-template's settings make the program do, over TLS, against whichever Vault. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConsulTemplateOptionsContract {

    private static final String VALUE = VaultScenario.VALUE;
    private static final String SECRET = "{{ with secret \\\"secret/org1/app1\\\" }}{{ .Data.var }}{{ end }}";

    private final TestCertificates clients =
            TestCertificates.create("clients-ca").forHosts("client");
    private VaultServer vault;
    private VaultScenario scenario;
    private Path folder;
    private Map<String, String> environment;
    private String output = "";
    private String errors = "";

    abstract VaultServer startVault(TestCertificates clients);

    final VaultServer vault() {
        return vault;
    }

    @BeforeAll
    void start() {
        vault = startVault(clients);
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
    void prepare(@TempDir Path empty) {
        folder = empty;
        environment = new HashMap<>();
        environment.put("PATH", System.getenv("PATH"));
        environment.put("VAULT_TOKEN", vault.rootToken());
    }

    @Test
    void putsAFileWhereAndHowItIsToldTo() throws IOException {
        Files.writeString(folder.resolve("f"), "before");
        String config =
                """
                default_delimiters { left = "<<" right = ">>" }
                template {
                  contents    = "<< with secret \\"secret/org1/app1\\" >><< .Data.var >> {{ }}<< end >>"
                  destination = "%1$s/f"
                  perms       = 0640
                  backup      = true
                  user        = "%2$s"
                  gid         = %3$s
                }
                template {
                  contents        = "[[ env \\"VAULT_ADDR\\" ]] [[ env \\"CONSUL_HTTP_SSL\\" ]]"
                  left_delimiter  = "[["
                  right_delimiter = "]]"
                  destination     = "%1$s/new/folders/g"
                }
                """.formatted(folder, Files.getAttribute(folder, "unix:uid"), Files.getAttribute(folder, "unix:gid"));

        assertThat(once(config)).as(errors).isZero();

        assertThat(folder.resolve("f")).hasContent(VALUE + " {{ }}");
        assertThat(mode("f")).isEqualTo("rw-r-----");
        assertThat(folder.resolve("f.bak")).hasContent("before");
        assertThat(folder.resolve("new/folders/g")).hasContent(vault.address() + " false");
        assertThat(mode("new/folders/g")).isEqualTo("rw-r--r--");
        assertThat(errors).isEmpty();
    }

    @Test
    void aMissingFolderIsAnErrorWhereNoneIsToBeMade() {
        String config = template(SECRET, "no/f", "create_dest_dirs = false");

        assertThat(once(config)).isEqualTo(14);
        assertThat(errors).contains("parent directory is missing");
        assertThat(folder.resolve("no")).doesNotExist();
    }

    @Test
    void aKeyThatIsNotThereIsAnErrorOrAWarning() {
        String missing = "{{ with secret \\\"secret/org1/app1\\\" }}{{ .Data.nope }}{{ end }}";

        assertThat(once(template(missing, "f", ""))).isZero();
        assertThat(folder.resolve("f")).hasContent("<no value>");
        assertThat(errors).contains("[WARN]").contains("printed \"<no value>\"").contains("error_on_missing_key");

        assertThat(once(template(missing, "g", "error_on_missing_key = true"))).isEqualTo(14);
        assertThat(errors).contains("map has no entry for key \"nope\"");
        assertThat(folder.resolve("g")).doesNotExist();
    }

    @Test
    void templatesDoNoMoreThanTheyMay() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.writeString(inside.resolve("a"), "from a file");
        Files.writeString(folder.resolve("b"), "from another");
        String sandbox = "sandbox_path = \"" + inside + "\"";

        assertThat(once(template("{{ file \\\"" + inside + "/a\\\" }}", "f", sandbox)))
                .as(errors)
                .isZero();
        assertThat(folder.resolve("f")).hasContent("from a file");
        assertThat(once(template("{{ file \\\"" + folder + "/b\\\" }}", "g", sandbox)))
                .isEqualTo(14);
        assertThat(errors).contains("is outside of sandbox");
        assertThat(once(template("{{ sprig_upper \\\"x\\\" }}", "g", "function_denylist = [\"sprig_*\"]")))
                .isEqualTo(14);
        assertThat(errors).contains("function is disabled");
    }

    @Test
    void anErrorThatIsNotFatalLeavesTheOthersAlone() {
        String config = template("{{ with secret \\\"secret/org1/absent\\\" }}{{ end }}", "bad", "error_fatal = false")
                + template(SECRET, "good", "command = \"touch " + folder + "/ran\"");

        assertThat(once(config)).isEqualTo(14);

        assertThat(folder.resolve("good")).hasContent(VALUE);
        assertThat(folder.resolve("ran")).exists();
        assertThat(folder.resolve("bad")).doesNotExist();
        assertThat(errors).contains("[ERR]").contains("no secret exists at secret/org1/absent");
    }

    @Test
    void commandsRunInOrderOnceAndAfterChangesOnly() throws IOException {
        String config = template(SECRET, "a", "command = \"cat %1$s/[abcd] >> %1$s/log; echo 1 >> %1$s/log\"")
                + template(
                        SECRET,
                        "b",
                        "command = [\"sh\", \"-c\", \"echo $ONE:$TWO:$THREE >> %1$s/log\"]\n"
                                + "exec { env { custom = [\"ONE=1\"] denylist = [\"TW?\"] } }")
                + template(SECRET, "c", "command = \"cat %1$s/[abcd] >> %1$s/log; echo 1 >> %1$s/log\"")
                + template(SECRET, "d", "exec { command = [\"env\"] timeout = \"5s\" env { pristine = true } }");
        environment.put("TWO", "2");
        environment.put("THREE", "3");

        assertThat(once(config.formatted(folder))).as(errors).isZero();
        assertThat(folder.resolve("log")).hasContent(VALUE.repeat(4) + "1\n1::3");

        Files.delete(folder.resolve("log"));
        assertThat(once(config.formatted(folder))).as(errors).isZero();
        assertThat(folder.resolve("log")).as("nothing changed").doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    command = "exit 3"                                        | failed with exit code 3
                    command = "/etc/passwd"                                   | /etc/passwd may not be executed
                    command = "no-such-program"                               | there is no no-such-program on the PATH
                    command = ["sleep", "60"] command_timeout = "10ms"        | did not end within 0.01 s
                    """)
    void aCommandThatFailsFailsTheRunAfterAllOthers(String command, String reason) {
        String config =
                template(SECRET, "a", command) + template(SECRET, "b", "command = \"touch " + folder + "/ran\"");

        assertThat(once(config)).isEqualTo(14);
        assertThat(errors).contains(reason);
        assertThat(folder.resolve("b")).hasContent(VALUE);
        assertThat(folder.resolve("ran")).exists();
    }

    @Test
    void theSuccessorsExitCodeIsOurs() {
        String config = template(SECRET, "f", "") + "exec { command = \"test $(cat " + folder + "/f) = " + VALUE
                + " && exit 7\" }";

        assertThat(once(config)).as(errors).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"token", "agent", "agent-json", "home", "variable", "kubernetes", "kubernetes-inline", "wrapped"})
    void findsItsTokenInEveryPlace(String place) throws IOException {
        environment.put("VAULT_TOKEN", "hvs.not-this-one");
        String settings = switch (place) {
            case "token" -> "token = \"" + vault.rootToken() + "\"";
            case "agent" -> agentFile(vault.rootToken());
            case "agent-json" -> agentFile("{\"token\":\"" + vault.rootToken() + "\",\"ttl\":60}");
            case "wrapped" ->
                agentFile(vault.admin()
                                .wrapped(
                                        "auth/token/create",
                                        Map.of("policies", List.of(VaultScenario.ROLE)),
                                        Duration.ofMinutes(1)))
                        + " unwrap_token = true";
            case "variable" -> {
                environment.put("VAULT_TOKEN", vault.rootToken());
                yield "";
            }
            case "home" -> {
                environment.remove("VAULT_TOKEN");
                environment.put("HOME", folder.toString());
                Files.writeString(folder.resolve(".vault-token"), vault.rootToken() + "\n");
                yield "";
            }
            case "kubernetes" -> {
                environment.remove("VAULT_TOKEN");
                yield "k8s_auth_role_name = \"" + VaultScenario.ROLE
                        + "\" k8s_service_account_token_path = \""
                        + scenario.issuer().writeToken(folder.resolve("jwt"), "org1", "app1") + "\"";
            }
            default -> {
                environment.remove("VAULT_TOKEN");
                yield "k8s_auth_role_name = \"" + VaultScenario.ROLE + "\" k8s_service_account_token = \""
                        + scenario.issuer().token("org1", "app1")
                        + "\" k8s_service_mount_path = \"kubernetes\"";
            }
        };

        assertThat(run("-once", "-config", config(template(SECRET, "f", ""), settings)))
                .as(errors)
                .isZero();
        assertThat(folder.resolve("f")).hasContent(VALUE);
    }

    @Test
    void needsATokenForSecretsOnly() {
        environment.remove("VAULT_TOKEN");

        assertThat(once(template("plain", "f", ""))).as(errors).isZero();
        assertThat(folder.resolve("f")).hasContent("plain");

        assertThat(once(template(SECRET, "g", ""))).isEqualTo(14);
        assertThat(errors).contains("there is no Vault token").contains("k8s_auth_role_name");
    }

    @Test
    void printsWhatItWouldWrite() throws IOException {
        Files.writeString(folder.resolve("there"), VALUE);
        String config = template(SECRET, "f", "command = \"touch " + folder + "/ran\"")
                + template(SECRET, "there", "")
                + template("plain", "g", "");

        assertThat(run("-once", "-dry", "-config", config(config, "")))
                .as(errors)
                .isZero();

        assertThat(output).isEqualTo("> " + folder + "/f\n" + VALUE + "> " + folder + "/g\nplain");
        assertThat(names()).containsExactly("config.hcl", "there");
    }

    @Test
    void onlyParsesWhenToldTo() throws IOException {
        environment.put("VAULT_TOKEN", "hvs.nobody");

        assertThat(run("-parse-only", "-config", config(template(SECRET, "f", ""), "")))
                .as(errors)
                .isZero();
        assertThat(names()).containsExactly("config.hcl");

        assertThat(run("-parse-only", "-config", config(template("{{ if }}", "f", ""), "")))
                .isEqualTo(14);
        assertThat(errors).contains("missing value for if").contains("contents of");
        assertThat(names()).containsExactly("config.hcl");
    }

    @Test
    void tellsItsVersionAndItsFlags() {
        assertThat(run("-version")).isZero();
        assertThat(output)
                .startsWith("consul-template v0.41.1 (vault-renderer ")
                .endsWith(")\n");
        assertThat(run("-h")).isZero();
        assertThat(output).contains("-vault-unwrap-token").contains("-log-rotate-max-files");
        assertThat(errors).isEmpty();
    }

    @Test
    void thePidFileIsThereWhileItRuns() {
        String pids = "pid_file = \"" + folder + "/pid\"\n";
        String copy = "command = \"cat " + folder + "/pid > " + folder + "/seen\"";

        assertThat(once(pids + template(SECRET, "f", copy))).as(errors).isZero();
        assertThat(folder.resolve("seen"))
                .hasContent(String.valueOf(ProcessHandle.current().pid()));
        assertThat(folder.resolve("pid")).doesNotExist();

        assertThat(once(pids + template("{{ if }}", "f", ""))).isEqualTo(14);
        assertThat(folder.resolve("pid")).doesNotExist();

        assertThat(once("pid_file = \"" + folder + "/no/pid\"\n" + template(SECRET, "f", "")))
                .isEqualTo(14);
        assertThat(errors).contains("cannot write the pid file " + folder + "/no/pid");
    }

    @Test
    void logsAsMuchAsItIsToldToAndToAFileToo() throws IOException {
        assertThat(run("-once", "-config", config(template(SECRET, "f", ""), "")))
                .isZero();
        assertThat(errors).isEmpty();

        String config = "log_level = \"info\"\nlog_file { path = \"" + folder + "/log/\" log_rotate_max_files = 2 }\n"
                + "consul { address = \"consul:8500\" }\n";
        Files.createDirectory(folder.resolve("log"));
        for (int i = 0; i < 4; i++) {
            assertThat(once(config + template(SECRET, "f", ""))).as(errors).isZero();
        }

        assertThat(errors)
                .containsPattern("(?m)^\\S+T\\S+Z \\[INFO\\] rendered " + folder + "/f \\(unchanged\\)$")
                .containsOnlyOnce("consul.address");
        try (Stream<Path> files = Files.list(folder.resolve("log"))) {
            List<Path> all = files.sorted().toList();
            assertThat(all)
                    .as("the new one, and two old ones")
                    .hasSize(3)
                    .allSatisfy(
                            file -> assertThat(file.getFileName().toString()).matches("consul-template-\\d{19}\\.log"));
            assertThat(all.get(2)).content().isEqualTo(errors);
        }
        assertThat(run("-once", "-log-level=silly", "-template", "a:b")).isEqualTo(15);
        assertThat(errors).containsIgnoringCase("log level");
    }

    @Test
    void theOtherFacesShowTheirCertificateToo() {
        environment.remove("VAULT_TOKEN");
        environment.put("VAULT_ADDR", vault.address().toString());
        environment.put("VAULT_CACERT", vault.caCertificate().orElseThrow().toString());
        environment.put("VAULT_CLIENT_CERT", clients.serverCertificateFile().toString());
        environment.put("VAULT_CLIENT_KEY", clients.serverKeyFile().toString());
        environment.put("VAULT_ROLE", VaultScenario.ROLE);
        environment.put(
                "SERVICE_ACCOUNT_PATH",
                scenario.issuer()
                        .writeToken(folder.resolve("jwt"), "org1", "app1")
                        .toString());

        assertThat(runAs(List.of("vault-renderer", "login", "--print-curl")))
                .as(errors)
                .isZero();
        assertThat(output)
                .contains("--cert " + clients.serverCertificateFile())
                .contains("--key " + clients.serverKeyFile());
        environment.put("TOKEN_DEST_PATH", folder.resolve("token").toString());
        assertThat(runAs(List.of("vault-kubernetes-authenticator"))).as(errors).isZero();
        assertThat(folder.resolve("token")).content().startsWith("hvs.");
    }

    @Test
    void askedForWrappedSecretsItStillLogsInAndFindsKv() throws IOException {
        environment.remove("VAULT_TOKEN");
        environment.put("VAULT_WRAP_TTL", "5m");
        String wrapped = "{{ with secret \\\"secret/org1/app1\\\" }}{{ .WrapInfo.Token }}{{ end }}";
        String login = "k8s_auth_role_name = \"" + VaultScenario.ROLE + "\" k8s_service_account_token_path = \""
                + scenario.issuer().writeToken(folder.resolve("jwt"), "org1", "app1") + "\"";

        assertThat(run("-once", "-config", config(template(wrapped, "f", ""), login)))
                .as(errors)
                .isZero();

        String token = Files.readString(folder.resolve("f"));
        assertThat(vault.admin()
                        .send("POST", "sys/wrapping/unwrap", token, Map.of())
                        .object("data"))
                .as("what is wrapped outlives us")
                .containsEntry("var", VALUE);
    }

    private String agentFile(String content) throws IOException {
        return "vault_agent_token_file = \"" + Files.writeString(folder.resolve("agent-token"), content) + "\"";
    }

    private String template(String contents, String destination, String settings) {
        return "template {\n  contents = \"" + contents + "\"\n  destination = \"" + folder.resolve(destination)
                + "\"\n  " + settings + "\n}\n";
    }

    private int once(String config) {
        return run("-once", "-config", config(config, ""));
    }

    /** A file with these settings, whose Vault lets in only clients with a certificate, where it can ask for one. */
    private String config(String settings, String vaultSettings) {
        String client = vault.clientCertificates().isEmpty()
                ? ""
                : "cert = \"" + clients.serverCertificateFile() + "\" key = \"" + clients.serverKeyFile() + "\"";
        String config = settings + "\nvault {\n  address = \"" + vault.address() + "\"\n  " + vaultSettings
                + "\n  ssl { ca_cert = \"" + vault.caCertificate().orElseThrow() + "\" " + client + " }\n}\n";
        try {
            return Files.writeString(folder.resolve("config.hcl"), config).toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    final int run(String... flags) {
        List<String> arguments = new ArrayList<>(List.of("consul-template"));
        arguments.addAll(List.of(flags));
        return runAs(arguments);
    }

    private int runAs(List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code;
        try (PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            code = new RendererApplication(environment, outStream, errStream, folder.resolve("termination-log"))
                    .run(arguments);
        }
        output = out.toString(StandardCharsets.UTF_8);
        errors = err.toString(StandardCharsets.UTF_8);
        return code;
    }

    final int fetch(String settings) {
        return run("-once", "-config", config(template(SECRET, "f", ""), settings));
    }

    final void set(String variable, String value) {
        environment.put(variable, value);
    }

    final String errors() {
        return errors;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String mode(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
    }
}
