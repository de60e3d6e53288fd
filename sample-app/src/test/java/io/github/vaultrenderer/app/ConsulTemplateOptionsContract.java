package io.github.vaultrenderer.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.test.TestCertificates;
import io.github.vaultrenderer.test.VaultExtension;
import io.github.vaultrenderer.test.VaultScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What consul-template's settings make the program do, over TLS, against whichever Vault. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConsulTemplateOptionsContract {

    private static final String VALUE = VaultScenario.VALUE;
    private static final String SECRET = "{{ with secret \\\"secret/org1/app1\\\" }}{{ .Data.var }}{{ end }}";

    @RegisterExtension
    final VaultExtension vault;

    private final TestCertificates clients =
            TestCertificates.create("clients-ca").forHosts("client");
    private Pod pod;

    ConsulTemplateOptionsContract(VaultExtension vault) {
        this.vault = vault.requiringClients(clients);
    }

    @BeforeEach
    void prepare(@TempDir Path folder) {
        pod = Pod.bare(folder);
        pod.set("PATH", System.getenv("PATH"));
        pod.set("VAULT_TOKEN", vault.server().rootToken());
    }

    @Test
    void putsAFileWhereAndHowItIsToldTo() throws IOException {
        pod.write("f", "before");
        String config = """
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
                """.formatted(
                        pod.folder(),
                        Files.getAttribute(pod.folder(), "unix:uid"),
                        Files.getAttribute(pod.folder(), "unix:gid"));

        assertThat(once(config)).as(pod.errors()).isZero();

        assertThat(pod.file("f")).hasContent(VALUE + " {{ }}");
        assertThat(pod.mode("f")).isEqualTo("rw-r-----");
        assertThat(pod.file("f.bak")).hasContent("before");
        assertThat(pod.file("new/folders/g")).hasContent(vault.server().address() + " false");
        assertThat(pod.mode("new/folders/g")).isEqualTo("rw-r--r--");
        assertThat(pod.errors()).isEmpty();
    }

    @Test
    void aMissingFolderIsAnErrorWhereNoneIsToBeMade() {
        String config = template(SECRET, "no/f", "create_dest_dirs = false");

        assertThat(once(config)).isEqualTo(14);
        assertThat(pod.errors()).contains("parent directory is missing");
        assertThat(pod.file("no")).doesNotExist();
    }

    @Test
    void aKeyThatIsNotThereIsAnErrorOrAWarning() {
        String missing = "{{ with secret \\\"secret/org1/app1\\\" }}{{ .Data.nope }}{{ end }}";

        assertThat(once(template(missing, "f", ""))).isZero();
        assertThat(pod.file("f")).hasContent("<no value>");
        assertThat(pod.errors())
                .contains("[WARN]")
                .contains("printed \"<no value>\"")
                .contains("error_on_missing_key");

        assertThat(once(template(missing, "g", "error_on_missing_key = true"))).isEqualTo(14);
        assertThat(pod.errors()).contains("map has no entry for key \"nope\"");
        assertThat(pod.file("g")).doesNotExist();
    }

    @Test
    void templatesDoNoMoreThanTheyMay() throws IOException {
        Path inside = Files.createDirectory(pod.file("inside"));
        Files.writeString(inside.resolve("a"), "from a file");
        pod.write("b", "from another");
        String sandbox = "sandbox_path = \"" + inside + "\"";

        assertThat(once(template("{{ file \\\"" + inside + "/a\\\" }}", "f", sandbox)))
                .as(pod.errors())
                .isZero();
        assertThat(pod.file("f")).hasContent("from a file");
        assertThat(once(template("{{ file \\\"" + pod.folder() + "/b\\\" }}", "g", sandbox)))
                .isEqualTo(14);
        assertThat(pod.errors()).contains("is outside of sandbox");
        assertThat(once(template("{{ sprig_upper \\\"x\\\" }}", "g", "function_denylist = [\"sprig_*\"]")))
                .isEqualTo(14);
        assertThat(pod.errors()).contains("function is disabled");
    }

    @Test
    void anErrorThatIsNotFatalLeavesTheOthersAlone() {
        String config = template("{{ with secret \\\"secret/org1/absent\\\" }}{{ end }}", "bad", "error_fatal = false")
                + template(SECRET, "good", "command = \"touch " + pod.folder() + "/ran\"");

        assertThat(once(config)).isEqualTo(14);

        assertThat(pod.file("good")).hasContent(VALUE);
        assertThat(pod.file("ran")).exists();
        assertThat(pod.file("bad")).doesNotExist();
        assertThat(pod.errors()).contains("[ERR]").contains("no secret exists at secret/org1/absent");
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
        pod.set("TWO", "2");
        pod.set("THREE", "3");

        assertThat(once(config.formatted(pod.folder()))).as(pod.errors()).isZero();
        assertThat(pod.file("log")).hasContent(VALUE.repeat(4) + "1\n1::3");

        Files.delete(pod.file("log"));
        assertThat(once(config.formatted(pod.folder()))).as(pod.errors()).isZero();
        assertThat(pod.file("log")).as("nothing changed").doesNotExist();
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
                template(SECRET, "a", command) + template(SECRET, "b", "command = \"touch " + pod.folder() + "/ran\"");

        assertThat(once(config)).isEqualTo(14);
        assertThat(pod.errors()).contains(reason);
        assertThat(pod.file("b")).hasContent(VALUE);
        assertThat(pod.file("ran")).exists();
    }

    @Test
    void theSuccessorsExitCodeIsOurs() {
        String config = template(SECRET, "f", "") + "exec { command = \"test $(cat " + pod.folder() + "/f) = " + VALUE
                + " && exit 7\" }";

        assertThat(once(config)).as(pod.errors()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"token", "agent", "agent-json", "home", "variable", "kubernetes", "kubernetes-inline", "wrapped"})
    void findsItsTokenInEveryPlace(String place) {
        pod.set("VAULT_TOKEN", "hvs.not-this-one");
        String settings = switch (place) {
            case "token" -> "token = \"" + vault.server().rootToken() + "\"";
            case "agent" -> agentFile(vault.server().rootToken());
            case "agent-json" -> agentFile("{\"token\":\"" + vault.server().rootToken() + "\",\"ttl\":60}");
            case "wrapped" ->
                agentFile(vault.admin()
                                .wrapped(
                                        "auth/token/create",
                                        Map.of("policies", List.of(VaultScenario.ROLE)),
                                        Duration.ofMinutes(1)))
                        + " unwrap_token = true";
            case "variable" -> {
                pod.set("VAULT_TOKEN", vault.server().rootToken());
                yield "";
            }
            case "home" -> {
                pod.unset("VAULT_TOKEN");
                pod.set("HOME", pod.folder().toString());
                pod.write(".vault-token", vault.server().rootToken() + "\n");
                yield "";
            }
            case "kubernetes" -> {
                pod.unset("VAULT_TOKEN");
                yield "k8s_auth_role_name = \"" + VaultScenario.ROLE
                        + "\" k8s_service_account_token_path = \""
                        + vault.scenario().issuer().writeToken(pod.file("jwt"), "org1", "app1") + "\"";
            }
            default -> {
                pod.unset("VAULT_TOKEN");
                yield "k8s_auth_role_name = \"" + VaultScenario.ROLE + "\" k8s_service_account_token = \""
                        + vault.scenario().issuer().token("org1", "app1")
                        + "\" k8s_service_mount_path = \"kubernetes\"";
            }
        };

        assertThat(run("-once", "-config", config(template(SECRET, "f", ""), settings)))
                .as(pod.errors())
                .isZero();
        assertThat(pod.file("f")).hasContent(VALUE);
    }

    @Test
    void needsATokenForSecretsOnly() {
        pod.unset("VAULT_TOKEN");

        assertThat(once(template("plain", "f", ""))).as(pod.errors()).isZero();
        assertThat(pod.file("f")).hasContent("plain");

        assertThat(once(template(SECRET, "g", ""))).isEqualTo(14);
        assertThat(pod.errors()).contains("there is no Vault token").contains("k8s_auth_role_name");
    }

    @Test
    void printsWhatItWouldWrite() {
        pod.write("there", VALUE);
        String config = template(SECRET, "f", "command = \"touch " + pod.folder() + "/ran\"")
                + template(SECRET, "there", "")
                + template("plain", "g", "");

        assertThat(run("-once", "-dry", "-config", config(config, "")))
                .as(pod.errors())
                .isZero();

        assertThat(pod.output()).isEqualTo("> " + pod.folder() + "/f\n" + VALUE + "> " + pod.folder() + "/g\nplain");
        assertThat(pod.names()).containsExactly("config.hcl", "there");
    }

    @Test
    void onlyParsesWhenToldTo() {
        pod.set("VAULT_TOKEN", "hvs.nobody");

        assertThat(run("-parse-only", "-config", config(template(SECRET, "f", ""), "")))
                .as(pod.errors())
                .isZero();
        assertThat(pod.names()).containsExactly("config.hcl");

        assertThat(run("-parse-only", "-config", config(template("{{ if }}", "f", ""), "")))
                .isEqualTo(14);
        assertThat(pod.errors()).contains("missing value for if").contains("contents of");
        assertThat(pod.names()).containsExactly("config.hcl");
    }

    @Test
    void tellsItsVersionAndItsFlags() {
        assertThat(run("-version")).isZero();
        assertThat(pod.output())
                .startsWith("consul-template v0.41.1 (vault-renderer ")
                .endsWith(")\n");
        assertThat(run("-h")).isZero();
        assertThat(pod.output()).contains("-vault-unwrap-token").contains("-log-rotate-max-files");
        assertThat(pod.errors()).isEmpty();
    }

    @Test
    void thePidFileIsThereWhileItRuns() {
        String pids = "pid_file = \"" + pod.folder() + "/pid\"\n";
        String copy = "command = \"cat " + pod.folder() + "/pid > " + pod.folder() + "/seen\"";

        assertThat(once(pids + template(SECRET, "f", copy))).as(pod.errors()).isZero();
        assertThat(pod.file("seen"))
                .hasContent(String.valueOf(ProcessHandle.current().pid()));
        assertThat(pod.file("pid")).doesNotExist();

        assertThat(once(pids + template("{{ if }}", "f", ""))).isEqualTo(14);
        assertThat(pod.file("pid")).doesNotExist();

        assertThat(once("pid_file = \"" + pod.folder() + "/no/pid\"\n" + template(SECRET, "f", "")))
                .isEqualTo(14);
        assertThat(pod.errors()).contains("cannot write the pid file " + pod.folder() + "/no/pid");
    }

    @Test
    void logsAsMuchAsItIsToldToAndToAFileToo() throws IOException {
        assertThat(run("-once", "-config", config(template(SECRET, "f", ""), "")))
                .isZero();
        assertThat(pod.errors()).isEmpty();

        String config = "log_level = \"info\"\nlog_file { path = \"" + pod.folder()
                + "/log/\" log_rotate_max_files = 2 }\n" + "consul { address = \"consul:8500\" }\n";
        Files.createDirectory(pod.file("log"));
        for (int i = 0; i < 4; i++) {
            assertThat(once(config + template(SECRET, "f", "")))
                    .as(pod.errors())
                    .isZero();
        }

        assertThat(pod.errors())
                .containsPattern("(?m)^\\S+T\\S+Z \\[INFO\\] rendered " + pod.folder() + "/f \\(unchanged\\)$")
                .containsOnlyOnce("consul.address");
        try (Stream<Path> files = Files.list(pod.file("log"))) {
            List<Path> all = files.sorted().toList();
            assertThat(all)
                    .as("the new one, and two old ones")
                    .hasSize(3)
                    .allSatisfy(
                            file -> assertThat(file.getFileName().toString()).matches("consul-template-\\d{19}\\.log"));
            assertThat(all.get(2)).content().isEqualTo(pod.errors());
        }
        assertThat(run("-once", "-log-level=silly", "-template", "a:b")).isEqualTo(15);
        assertThat(pod.errors()).containsIgnoringCase("log level");
    }

    @Test
    void theOtherFacesShowTheirCertificateToo() {
        pod.unset("VAULT_TOKEN");
        pod.identify(vault.scenario());
        pod.set("VAULT_CLIENT_CERT", clients.serverCertificateFile().toString());
        pod.set("VAULT_CLIENT_KEY", clients.serverKeyFile().toString());

        assertThat(pod.run("vault-renderer", "login", "--print-curl"))
                .as(pod.errors())
                .isZero();
        assertThat(pod.output())
                .contains("--cert " + clients.serverCertificateFile())
                .contains("--key " + clients.serverKeyFile());
        pod.set("TOKEN_DEST_PATH", pod.file("token").toString());
        assertThat(pod.run("vault-kubernetes-authenticator")).as(pod.errors()).isZero();
        assertThat(pod.file("token")).content().startsWith("hvs.");
    }

    @Test
    void askedForWrappedSecretsItStillLogsInAndFindsKv() throws IOException {
        pod.unset("VAULT_TOKEN");
        pod.set("VAULT_WRAP_TTL", "5m");
        String wrapped = "{{ with secret \\\"secret/org1/app1\\\" }}{{ .WrapInfo.Token }}{{ end }}";
        String login = "k8s_auth_role_name = \"" + VaultScenario.ROLE + "\" k8s_service_account_token_path = \""
                + vault.scenario().issuer().writeToken(pod.file("jwt"), "org1", "app1") + "\"";

        assertThat(run("-once", "-config", config(template(wrapped, "f", ""), login)))
                .as(pod.errors())
                .isZero();

        String token = Files.readString(pod.file("f"));
        assertThat(vault.admin()
                        .send("POST", "sys/wrapping/unwrap", token, Map.of())
                        .object("data"))
                .as("what is wrapped outlives us")
                .containsEntry("var", VALUE);
    }

    private String agentFile(String content) {
        return "vault_agent_token_file = \"" + pod.write("agent-token", content) + "\"";
    }

    private String template(String contents, String destination, String settings) {
        return "template {\n  contents = \"" + contents + "\"\n  destination = \"" + pod.file(destination) + "\"\n  "
                + settings + "\n}\n";
    }

    private int once(String config) {
        return run("-once", "-config", config(config, ""));
    }

    /** A file with these settings, whose Vault lets in only clients with a certificate, where it can ask for one. */
    private String config(String settings, String vaultSettings) {
        String client = vault.server().clientCertificates().isEmpty()
                ? ""
                : "cert = \"" + clients.serverCertificateFile() + "\" key = \"" + clients.serverKeyFile() + "\"";
        String config = settings + "\nvault {\n  address = \"" + vault.server().address() + "\"\n  " + vaultSettings
                + "\n  ssl { ca_cert = \"" + vault.server().caCertificate().orElseThrow() + "\" " + client + " }\n}\n";
        return pod.write("config.hcl", config).toString();
    }

    final int run(String... flags) {
        List<String> arguments = new ArrayList<>(List.of("consul-template"));
        arguments.addAll(List.of(flags));
        return pod.run(arguments);
    }

    final int fetch(String settings) {
        return run("-once", "-config", config(template(SECRET, "f", ""), settings));
    }

    final void set(String variable, String value) {
        pod.set(variable, value);
    }

    final String errors() {
        return pod.errors();
    }
}
