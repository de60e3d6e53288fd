package io.github.vaultrenderer.app.settings.consultemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vaultrenderer.app.settings.consultemplate.ConsulTemplateConfig.Mode;
import io.github.vaultrenderer.failure.ConfigurationException;
import io.github.vaultrenderer.redact.Sensitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is ours beside consul-template's verdicts: messages, remarks, folders of Kubernetes, and what is never shown. */
class CommandLineTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vault { adress = "x" }                       | a.hcl:1:9: there is no setting "adress" in vault | Did you mean address?
            valt { }                                     | a.hcl:1:1: there is no setting "valt"            | Did you mean vault?
            quite_another = 1                            | a.hcl:1:1: there is no setting "quite_another"   | Take it out, or correct its name.
            template { contents = "x" exec { comand="y" } } | there is no setting "comand" in exec          | Did you mean command?
            vault { ssl { verify = "true" } }            | a.hcl:1:15: vault.ssl.verify is a string, and should be true or false, without quotes | Correct the value.
            vault { default_lease_duration = "5" }       | vault.default_lease_duration is a string, and should be a duration with its unit | Correct the value.
            vault { retry { attempts = "3" } }           | vault.retry.attempts is a string, and should be a whole number | Correct the value.
            wait = "5s:1s"                               | wait is a string, and should be min or min:max   | Correct the value.
            kill_signal = "TERM"                         | kill_signal is a string, and should be a signal's name | Correct the value.
            template { contents = "x" perms = "rw" }     | perms is a string, and should be permissions in octal digits | Correct the value.
            template { contents = "x" command = [1] }    | command is a list, and should be a string        | Correct the value.
            vault { address = "a }                       | a.hcl:1:19: a string that does not end           | Correct the file at this place.
            template { destination = "x" }               | a.hcl:1:10: a template has neither source and contents | Set one of both.
            log_level = "loud"                           | there is no log level "loud"                     | Set log_level to
            """)
    void tellsWhatIsWrongWhereAndWhatToDo(String file, String message, String action) throws IOException {
        assertThatThrownBy(() -> withFile(file)).isInstanceOfSatisfying(ConfigurationException.class, wrong -> {
            assertThat(wrong).hasMessageContaining(message);
            assertThat(wrong.action()).contains(action);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -onec                       | there is no flag -onec; did you mean -once?
            -nothing-like-it            | there is no flag -nothing-like-it; -h lists them
            -once=yes                   | -once is "yes", and should be true or false
            -once true                  | an argument is no flag: the one after -once (a flag that is true or false takes its value only after =)
            once                        | an argument is no flag: the one after the program's name
            -vault-addr                 | -vault-addr needs a value
            -vault-retry-backoff=5      | -vault-retry-backoff is "5", and should be a duration with its unit
            -template=:                 | -template is ":", and should be source:destination
            -exec-kill-signal=KILL      | -exec-kill-signal is "KILL", and should be a signal's name
            """)
    void tellsWhichFlagIsWrong(String arguments, String message) {
        assertThatThrownBy(() -> CommandLine.read(List.of(arguments.split(" ", -1)), Map.of()))
                .isInstanceOf(FlagException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void helpListsEveryFlagAndNoOther() throws IOException {
        List<String> flags = new ArrayList<>(RecordedFlags.names());
        assertThat(flags).hasSize(RecordedFlags.COUNT);
        assertThat(flags).allSatisfy(flag -> assertThat(Flag.named(flag)).isNotNull());
        // Go's own, which no program declares.
        flags.add("h");
        flags.add("help");
        assertThat(Usage.flags()).containsExactlyInAnyOrderElementsOf(flags);
        assertThat(CommandLine.read(List.of("--help"), Map.of())).isEqualTo(new Invocation.Help(Usage.TEXT));
    }

    @Test
    void readsAFolderThatKubernetesMounts() throws IOException {
        Path data = Files.createDirectory(folder.resolve("..2026_11_26_07_00_00.1"));
        Files.writeString(data.resolve("a.hcl"), "template { contents = \"a\" }");
        Files.createSymbolicLink(folder.resolve("..data"), data.getFileName());
        Files.createSymbolicLink(folder.resolve("a.hcl"), Path.of("..data", "a.hcl"));
        ConsulTemplateConfig config = run("-once", "-config", folder.toString());
        assertThat(config.templates()).hasSize(1);
        assertThat(config.templates().get(0).place()).isEqualTo(folder.resolve("a.hcl") + ":1:10");
    }

    @Test
    void refusesWhatIsNoFile() {
        assertThatThrownBy(() -> run("-config", folder.resolve("none").toString()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("there is no file or folder");
        assertThatThrownBy(() -> run("-config", "/dev/null")).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void namesWhatHasNoMeaningHereOnceAndSorted() throws IOException {
        ConsulTemplateConfig config = withFile("""
                nomad { address = "x" }
                consul { address = "x" token = "t" }
                consul { address = "y" retry { attempts = 1 } }
                max_stale = "1s"
                deduplicate { enabled = true }
                """, "-retry=1s", "-consul-addr=z");
        assertThat(config.ignored())
                .containsExactly(
                        "consul.address",
                        "consul.retry.attempts",
                        "consul.retry.backoff",
                        "deduplicate.enabled",
                        "max_stale",
                        "nomad.address");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            once = true                          | once = true in a file has no effect, as in consul-template; -once has
            parseonly = true                     | parseonly = true in a file has no effect, as in consul-template; -parse-only has
            vault { } vault { }                  | a.hcl:1:7: of 2 blocks vault in one file only the last counts
            vault { ssl { enabled = false } }    | vault.ssl.enabled = false in a file has no effect
            wait { min = 5 }                     | a.hcl:1:8: wait.min is a bare number, which counts nanoseconds
            """)
    void remarksOnWhatIsReadOtherwiseThanItLooks(String file, String remark) throws IOException {
        assertThat(withFile(file).remarks()).singleElement().asString().contains(remark);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            VAULT_SRV_LOOKUP=1                             | VAULT_SRV_LOOKUP has no effect here
            VAULT_SRV_LOOKUP=t VAULT_ADDR=https://v        | VAULT_SRV_LOOKUP has no effect here
            VAULT_SRV_LOOKUP=t VAULT_ADDR=https://[::1]    | VAULT_SRV_LOOKUP has no effect here
            VAULT_SRV_LOOKUP=t VAULT_ADDR=https://v:8200   |
            VAULT_SRV_LOOKUP=t VAULT_ADDR=https://[::1]:1  |
            VAULT_SRV_LOOKUP=0 VAULT_ADDR=https://v        |
            VAULT_PROXY_ADDR=http://p                      | VAULT_PROXY_ADDR has no effect, as in consul-template
            VAULT_HTTP_PROXY=http://p                      | VAULT_HTTP_PROXY has no effect, as in consul-template
            """)
    void remarksOnAVariableThatIsNotFollowed(String variables, @Nullable String remark) {
        Map<String, String> environment = new HashMap<>();
        for (String variable : variables.split(" ", -1)) {
            String[] pair = variable.split("=", 2);
            environment.put(pair[0], pair[1]);
        }
        List<String> remarks = config(CommandLine.read(List.of(), environment)).remarks();
        if (remark == null) {
            assertThat(remarks).isEmpty();
        } else {
            assertThat(remarks).singleElement().asString().startsWith(remark);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            X-Team: blue                        | no JSON object of texts
            {"X-Team": 1}                       | no JSON object of texts
            {"X-Team": {"a": "c4n4ry"}}         | no JSON object of texts
            {"X-Pass": "c4n4ry"                 | no JSON object of texts
            {"X-Pass": "c4n4ry"} "and"          | no JSON object of texts
            ["c4n4ry"]                          | no JSON object of texts
            {"X-Vault-Token": "c4n4ry"}         | X-Vault-Token cannot be set
            {"X Pass": "c4n4ry"}                | no name of an HTTP header
            {"X-Pass": "c4n4ry\\n"}             | control character
            """)
    void refusesHeadersThatAreNone(String value, String message) {
        assertThatThrownBy(() -> CommandLine.read(List.of(), Map.of("VAULT_HEADERS", value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("c4n4ry");
    }

    @Test
    void readsHeaders() {
        VaultClientConfig client = config(CommandLine.read(
                        List.of(),
                        Map.of("VAULT_HEADERS", "{\"X-Team\":\"blue\",\"A\":\"\u00e9\",\"X-Team\":\"crimson\"}")))
                .vault()
                .client();

        assertThat(client.options().headers())
                .isEqualTo(Map.of("X-Team", Sensitive.of("crimson"), "A", Sensitive.of("\u00e9")));
        assertThat(client.toString()).doesNotContain("crimson");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            VAULT_SKIP_VERIFY        | yes  | true or false
            VAULT_SRV_LOOKUP         | yes  | true or false
            VAULT_DISABLE_REDIRECTS  | no   | true or false
            VAULT_MAX_RETRIES        | -1   | a whole number
            VAULT_MAX_RETRIES        | +1   | a whole number
            VAULT_CLIENT_TIMEOUT     | 5x   | a duration with its unit
            VAULT_CLIENT_TIMEOUT     | d    | a whole number
            VAULT_RATE_LIMIT         | many | requests in a second
            VAULT_RATE_LIMIT         | 1:x  | a whole number
            """)
    void refusesAWrongVariableOfVaultsClient(String variable, String value, String message) {
        assertThatThrownBy(() -> CommandLine.read(List.of(), Map.of(variable, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(variable + " is \"" + value + "\", and should be " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            VAULT_CLIENT_TIMEOUT    | 90     | VaultClientConfig[agentAddress=, timeout=PT1M30S, maxRetries=2, requestsPerSecond=0.0, burst=0, wrapTtl=, options=RequestOptions[headers={}, followRedirects=true]]
            VAULT_CLIENT_TIMEOUT    | 1m30s  | VaultClientConfig[agentAddress=, timeout=PT1M30S, maxRetries=2, requestsPerSecond=0.0, burst=0, wrapTtl=, options=RequestOptions[headers={}, followRedirects=true]]
            VAULT_CLIENT_TIMEOUT    | 2d     | VaultClientConfig[agentAddress=, timeout=PT48H, maxRetries=2, requestsPerSecond=0.0, burst=0, wrapTtl=, options=RequestOptions[headers={}, followRedirects=true]]
            VAULT_CLIENT_TIMEOUT    | 0      | VaultClientConfig[agentAddress=, timeout=PT1M, maxRetries=2, requestsPerSecond=0.0, burst=0, wrapTtl=, options=RequestOptions[headers={}, followRedirects=true]]
            VAULT_MAX_RETRIES       | 0      | VaultClientConfig[agentAddress=, timeout=PT1M, maxRetries=0, requestsPerSecond=0.0, burst=0, wrapTtl=, options=RequestOptions[headers={}, followRedirects=true]]
            VAULT_RATE_LIMIT        | 2.5:10 | VaultClientConfig[agentAddress=, timeout=PT1M, maxRetries=2, requestsPerSecond=2.5, burst=10, wrapTtl=, options=RequestOptions[headers={}, followRedirects=true]]
            VAULT_DISABLE_REDIRECTS | t      | VaultClientConfig[agentAddress=, timeout=PT1M, maxRetries=2, requestsPerSecond=0.0, burst=0, wrapTtl=, options=RequestOptions[headers={}, followRedirects=false]]
            VAULT_RATE_LIMIT        | 7.9 | VaultClientConfig[agentAddress=, timeout=PT1M, maxRetries=2, requestsPerSecond=7.9, burst=7, wrapTtl=, options=RequestOptions[headers={}, followRedirects=true]]
            VAULT_WRAP_TTL          | 5m | VaultClientConfig[agentAddress=, timeout=PT1M, maxRetries=2, requestsPerSecond=0.0, burst=0, wrapTtl=5m, options=RequestOptions[headers={}, followRedirects=true]]
            VAULT_AGENT_ADDR        | http://a | VaultClientConfig[agentAddress=http://a, timeout=PT1M, maxRetries=2, requestsPerSecond=0.0, burst=0, wrapTtl=, options=RequestOptions[headers={}, followRedirects=true]]
            """)
    void readsTheVariablesOfVaultsClient(String variable, String value, String client) {
        assertThat(config(CommandLine.read(List.of(), Map.of(variable, value)))
                        .vault()
                        .client())
                .hasToString(client);
    }

    @Test
    void hasNoRemarksOnWhatIsPlain() throws IOException {
        assertThat(withFile("vault { address = \"http://x\" retry { backoff = \"1s\" } }")
                        .remarks())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-once, ONCE", "-parse-only, PARSE_ONLY", "-once=false, WATCH"})
    void saysHowLongToRun(String flag, Mode mode) {
        assertThat(run(flag).mode()).isEqualTo(mode);
    }

    @Test
    void tellsTheVersionOnlyWhenAllIsRight() throws IOException {
        assertThat(CommandLine.read(List.of("-v"), Map.of())).isInstanceOf(Invocation.Version.class);
        assertThatThrownBy(() -> withFile("nope = 1", "-version")).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void findsTheTokenInConsulTemplatesOrder() throws IOException {
        Files.writeString(folder.resolve(".vault-token"), "s.home\n");
        Map<String, String> home = Map.of("HOME", folder.toString());
        Map<String, String> both = Map.of("HOME", folder.toString(), "VAULT_TOKEN", "s.env");
        assertThat(token(Map.of())).isEqualTo(new TokenSource.None());
        assertThat(token(home)).isEqualTo(new TokenSource.HomeFile(folder.resolve(".vault-token")));
        assertThat(token(both)).isEqualTo(given("s.env"));
        assertThat(token(both, "-vault-token=s.flag")).isEqualTo(given("s.flag"));
        assertThat(token(both, "-vault-token=s.flag", "-vault-agent-token-file=/a"))
                .isEqualTo(new TokenSource.AgentFile(Path.of("/a")));
        assertThat(token(both, "-vault-agent-token-file=")).isEqualTo(new TokenSource.None());
        assertThat(token(both, "-vault-token=")).isEqualTo(new TokenSource.HomeFile(folder.resolve(".vault-token")));
    }

    @Test
    void keepsTheNameThatConsulTemplateLoses() throws IOException {
        assertThat(withFile("vault { client_user_agent = \"me\" }").vault().clientUserAgent())
                .isEqualTo("me");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vault { token = hunter2 }",
                "vault { token = \"hunter2 }",
                "vault { token \"hunter2\" }",
                "vault { token = [\"hunter2\"] }",
                "vault { token = \"hunter2\" tokn = \"hunter2\" }",
                "{\"vault\": {\"token\": hunter2}}"
            })
    void showsNoTokenOfAFile(String file) {
        assertThatThrownBy(() -> withFile(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void showsNoTokenOfTheArguments() throws IOException {
        assertThatThrownBy(() -> run("-vault-token=", "hunter2"))
                .isInstanceOf(FlagException.class)
                .hasMessageNotContaining("hunter2");
        ConsulTemplateConfig config = withFile(
                "vault { k8s_service_account_token = \"hunter2\" }", "-vault-token=hunter2", "-consul-token=hunter2");
        assertThat(config.toString()).doesNotContain("hunter2");
        assertThat(config.vault().token()).isEqualTo(given("hunter2"));
    }

    @Test
    void agreesWithGoOnDurations() throws MalformedValueException {
        assertThat(GoDuration.parse("-1h2m3.5s4ms5us6ns"))
                .isEqualTo(Duration.ofNanos(-(3_600_000_000_000L + 120_000_000_000L + 3_504_005_006L)));
        assertThat(GoDuration.parse("1µs").toNanos()).isEqualTo(1000);
        assertThat(GoDuration.parse("1.9999ns").toNanos()).isEqualTo(1);
        assertThat(GoDuration.parse("0.3333333333333333333h").toNanos()).isEqualTo(1_200_000_000_000L);
        assertThat(GoDuration.parse("9223372036854775807ns").toNanos()).isEqualTo(Long.MAX_VALUE);
        for (String wrong : List.of("", "-", ".", "1", "1.s.", "s", "1 s", "1S", "9223372036854775808ns", "٣s")) {
            assertThatThrownBy(() -> GoDuration.parse(wrong)).as(wrong).isInstanceOf(MalformedValueException.class);
        }
    }

    private TokenSource token(Map<String, String> environment, String... arguments) {
        return config(CommandLine.read(List.of(arguments), environment)).vault().token();
    }

    private static TokenSource given(String token) {
        return new TokenSource.Given(Sensitive.of(token));
    }

    private ConsulTemplateConfig withFile(String text, String... arguments) throws IOException {
        Path file = Files.writeString(folder.resolve("a.hcl"), text);
        List<String> all = new ArrayList<>(List.of("-config", file.toString()));
        all.addAll(List.of(arguments));
        return config(CommandLine.read(all, Map.of()));
    }

    private static ConsulTemplateConfig run(String... arguments) {
        return config(CommandLine.read(List.of(arguments), Map.of()));
    }

    private static ConsulTemplateConfig config(Invocation invocation) {
        return ((Invocation.Run) invocation).config();
    }
}
