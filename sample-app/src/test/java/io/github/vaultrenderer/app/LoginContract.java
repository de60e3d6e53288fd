package io.github.vaultrenderer.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.test.RealServers;
import io.github.vaultrenderer.test.VaultExtension;
import io.github.vaultrenderer.test.VaultScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code vault-renderer login}, over TLS, against whichever Vault. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LoginContract {

    private static final Pattern ACCESSOR = Pattern.compile("accessor: (\\S+)");
    private static final Pattern CLIENT_TOKEN = Pattern.compile("\"client_token\": ?\"([^\"]+)\"");

    @RegisterExtension
    final VaultExtension vault;

    private Pod pod;

    LoginContract(VaultExtension vault) {
        this.vault = vault;
    }

    @BeforeEach
    void prepare(@TempDir Path folder) {
        pod = Pod.in(folder, vault.scenario());
    }

    @Test
    void summarizesWithoutTheTokenAndRevokesIt() {
        assertThat(pod.run("login")).as(pod.errors()).isZero();

        assertThat(pod.output())
                .startsWith(
                        "logged in at " + vault.server().address() + " (auth/kubernetes) as role " + VaultScenario.ROLE)
                .contains("lifetime: 1200 s", "revoked")
                .doesNotContain("hvs.");
        assertThat(pod.errors()).isEmpty();
        Matcher accessor = ACCESSOR.matcher(pod.output());
        assertThat(accessor.find()).isTrue();
        assertThat(vault.admin()
                        .send(
                                "POST",
                                "auth/token/lookup-accessor",
                                vault.server().rootToken(),
                                Map.of("accessor", accessor.group(1)))
                        .status())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void printsTheTokenAloneWhenAskedTo() {
        assertThat(pod.run("login", "--print-token")).as(pod.errors()).isZero();

        assertThat(pod.output()).matches("hvs\\.\\S+\n");
        assertThat(readsWith(pod.output().strip())).isEqualTo(200);
    }

    @Test
    void leavesTheTokenWhereTheAuthenticatorWould() throws IOException {
        Path file = pod.file(".vault-token");
        pod.set("TOKEN_DEST_PATH", file.toString());

        assertThat(pod.run("login")).as(pod.errors()).isZero();

        String token = Files.readString(file);
        assertThat(pod.output()).contains("in " + file).doesNotContain(token);
        assertThat(readsWith(token)).isEqualTo(200);
    }

    @Test
    void takesTheNativeSettings() {
        pod.unset("VAULT_ROLE");

        assertThat(pod.run("login", "--vault-renderer.role=" + VaultScenario.ROLE))
                .as(pod.errors())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"VAULT_CACERT,file", "VAULT_CAPEM,text", "VAULT_CAPATH,folder", "VAULT_SKIP_VERIFY,true"})
    void printsTheCurlThatLogsInAsItDoes(String variable, String how) throws IOException {
        Path ca = vault.server().caCertificate().orElseThrow();
        pod.unset("VAULT_CACERT");
        pod.set(
                variable,
                switch (how) {
                    case "file" -> ca.toString();
                    case "text" -> Files.readString(ca);
                    case "folder" ->
                        Files.copy(ca, Files.createDirectory(pod.file("cas")).resolve("vault.pem"))
                                .getParent()
                                .toString();
                    default -> how;
                });

        assertThat(pod.run("login", "--print-curl")).as(pod.errors()).isZero();
        assertThat(pod.output())
                .startsWith("curl ")
                .contains("$(cat '" + pod.token().toString().replace("'", "'\\''") + "')", "/v1/auth/kubernetes/login")
                .doesNotContain(Files.readString(pod.token()).strip());
        RendererProcess curl = shell(pod.output());

        assertThat(curl.exitCode()).as(curl.errors() + curl.output()).isZero();
        Matcher token = CLIENT_TOKEN.matcher(curl.output());
        assertThat(token.find()).isTrue();
        assertThat(readsWith(token.group(1))).isEqualTo(200);
        assertThat(curl.output()).contains("\"" + VaultScenario.ROLE + "\"");
    }

    @Test
    void printsTheCurlBeforeALoginThatFails() {
        pod.set("VAULT_ROLE", "it's \"$HOME\" `no`\\one");

        assertThat(pod.run("login", "--print-curl")).isEqualTo(20);
        RendererProcess curl = shell(pod.output());

        assertThat(pod.errors()).contains("invalid role name");
        assertThat(curl.exitCode()).isEqualTo(22);
        // The shell took none of it for its own.
        assertThat(curl.output()).contains("invalid role name", "it's", "`no`").containsIgnoringCase("$HOME");
    }

    @Test
    void expectsTheServersNameAsTheProgramDoes() {
        pod.set("VAULT_TLS_SERVER_NAME", "localhost");
        assertThat(pod.run("login", "--print-curl")).as(pod.errors()).isZero();
        assertThat(shell(pod.output()).exitCode()).isZero();

        pod.set("VAULT_TLS_SERVER_NAME", "vault.internal");
        assertThat(pod.run("login", "--print-curl")).isEqualTo(27);
        assertThat(shell(pod.output()).exitCode()).isEqualTo(60);
    }

    @Test
    void goesThroughTheProxyAsTheCurlDoes() {
        try (ConnectProxy proxy = ConnectProxy.to(vault.server().address(), "")) {
            pod.set("VAULT_ADDR", "https://vault.internal:8200");
            pod.set("VAULT_TLS_SERVER_NAME", "localhost");
            pod.set("https_proxy", proxy.address());

            assertThat(pod.run("login", "--print-curl")).as(pod.errors()).isZero();
            assertThat(proxy.asked()).isNotEmpty().allMatch(line -> line.startsWith("CONNECT vault.internal:8200 "));
            int asked = proxy.asked().size();
            RendererProcess curl = shell(pod.output());
            assertThat(curl.exitCode()).as(curl.errors()).isZero();
            assertThat(proxy.asked()).hasSizeGreaterThan(asked);
        }
    }

    @Test
    void sendsNothingInADryRun() {
        pod.set("VAULT_ADDR", "https://vault.invalid:8200");

        assertThat(pod.run("login", "--dry-run", "--print-curl"))
                .as(pod.errors())
                .isZero();
        assertThat(pod.output()).contains("https://vault.invalid:8200/v1/auth/kubernetes/login");
        assertThat(pod.run("login", "--dry-run")).as(pod.errors()).isZero();
        assertThat(pod.output()).startsWith("would log in at https://vault.invalid:8200");
    }

    @Test
    void namesAllThatIsSetAndNoPassword() {
        pod.set("VAULT_ADDR", "https://vault.example/behind");
        pod.set("VAULT_NAMESPACE", "team a");
        pod.set("VAULT_K8S_MOUNT_PATH", "auth/cluster one/");
        pod.set("VAULT_TLS_SERVER_NAME", "vault.internal");
        pod.set("HTTPS_PROXY", "http://pod:s3cret@proxy:3128");

        assertThat(pod.run("login", "--dry-run", "--print-curl"))
                .as(pod.errors())
                .isZero();

        assertThat(pod.output())
                .contains(
                        "--header 'X-Vault-Namespace: team a'",
                        "--connect-to vault.internal:443:vault.example:443",
                        "--proxy \"${HTTPS_PROXY:-$https_proxy}\"",
                        "https://vault.internal:443/behind/v1/auth/cluster%20one/login")
                .doesNotContain("s3cret");
    }

    @Test
    void tellsWhatItDoesNotKnow() {
        assertThat(pod.run("login", "--print-tokn")).isEqualTo(20);
        assertThat(pod.errors()).contains("--print-tokn", "--print-token");
        assertThat(pod.run("log-in")).isEqualTo(20);
        assertThat(pod.errors()).contains("no subcommand \"log-in\"", "--help");
        pod.unset("VAULT_ROLE");
        pod.set("VAULT_TOKEN", vault.server().rootToken());
        assertThat(pod.run("login")).isEqualTo(20);
        assertThat(pod.errors())
                .contains("no role is set")
                .doesNotContain(vault.server().rootToken());
    }

    @ParameterizedTest
    @CsvSource({"--help", "-h", "help", "vault-renderer --help", "login --help"})
    void helps(String arguments) {
        pod.environment().clear();

        assertThat(pod.run(arguments.split(" "))).isZero();
        assertThat(pod.output()).startsWith("Usage: vault-renderer").contains("  render ", "  login ", "--print-curl");
        assertThat(pod.output().lines()).allMatch(line -> line.length() <= 100);
        assertThat(pod.errors()).isEmpty();
    }

    private int readsWith(String token) {
        return vault.admin().send("GET", VaultScenario.SECRET, token, Map.of()).status();
    }

    private RendererProcess shell(String command) {
        RealServers.program("curl");
        Map<String, String> variables = new HashMap<>(Map.of("PATH", System.getenv("PATH")));
        return RendererProcess.run(
                variables, List.of(RealServers.program("bash").toString(), "-c", command));
    }
}
