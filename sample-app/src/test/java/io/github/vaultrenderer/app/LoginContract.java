package io.github.vaultrenderer.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.test.RealServers;
import io.github.vaultrenderer.test.VaultScenario;
import io.github.vaultrenderer.test.VaultServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code vault-renderer login}, over TLS, against whichever Vault. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LoginContract {

    private static final Pattern ACCESSOR = Pattern.compile("accessor: (\\S+)");
    private static final Pattern CLIENT_TOKEN = Pattern.compile("\"client_token\": ?\"([^\"]+)\"");

    private VaultServer vault;
    private VaultScenario scenario;
    private Path folder;
    private Path jwt;
    private Map<String, String> environment;
    private String output = "";
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
        jwt = scenario.issuer().writeToken(folder.resolve("the pod's identity"), "org1", "app1");
        environment = new HashMap<>();
        environment.put("VAULT_ADDR", vault.address().toString());
        environment.put("VAULT_CACERT", vault.caCertificate().orElseThrow().toString());
        environment.put("VAULT_ROLE", VaultScenario.ROLE);
        environment.put("SERVICE_ACCOUNT_PATH", jwt.toString());
    }

    @Test
    void summarizesWithoutTheTokenAndRevokesIt() {
        assertThat(run("login")).as(errors).isZero();

        assertThat(output)
                .startsWith("logged in at " + vault.address() + " (auth/kubernetes) as role " + VaultScenario.ROLE)
                .contains("lifetime: 1200 s", "revoked")
                .doesNotContain("hvs.");
        assertThat(errors).isEmpty();
        Matcher accessor = ACCESSOR.matcher(output);
        assertThat(accessor.find()).isTrue();
        assertThat(vault.admin()
                        .send(
                                "POST",
                                "auth/token/lookup-accessor",
                                vault.rootToken(),
                                Map.of("accessor", accessor.group(1)))
                        .status())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void printsTheTokenAloneWhenAskedTo() {
        assertThat(run("login", "--print-token")).as(errors).isZero();

        assertThat(output).matches("hvs\\.\\S+\n");
        assertThat(readsWith(output.strip())).isEqualTo(200);
    }

    @Test
    void leavesTheTokenWhereTheAuthenticatorWould() throws IOException {
        Path file = folder.resolve(".vault-token");
        environment.put("TOKEN_DEST_PATH", file.toString());

        assertThat(run("login")).as(errors).isZero();

        String token = Files.readString(file);
        assertThat(output).contains("in " + file).doesNotContain(token);
        assertThat(readsWith(token)).isEqualTo(200);
    }

    @Test
    void takesTheNativeSettings() {
        environment.remove("VAULT_ROLE");

        assertThat(run("login", "--vault-renderer.role=" + VaultScenario.ROLE))
                .as(errors)
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"VAULT_CACERT,file", "VAULT_CAPEM,text", "VAULT_CAPATH,folder", "VAULT_SKIP_VERIFY,true"})
    void printsTheCurlThatLogsInAsItDoes(String variable, String how) throws IOException {
        Path ca = vault.caCertificate().orElseThrow();
        environment.remove("VAULT_CACERT");
        environment.put(
                variable,
                switch (how) {
                    case "file" -> ca.toString();
                    case "text" -> Files.readString(ca);
                    case "folder" ->
                        Files.copy(
                                        ca,
                                        Files.createDirectory(folder.resolve("cas"))
                                                .resolve("vault.pem"))
                                .getParent()
                                .toString();
                    default -> how;
                });

        assertThat(run("login", "--print-curl")).as(errors).isZero();
        assertThat(output)
                .startsWith("curl ")
                .contains("$(cat '" + jwt.toString().replace("'", "'\\''") + "')", "/v1/auth/kubernetes/login")
                .doesNotContain(Files.readString(jwt).strip());
        RendererProcess curl = shell(output);

        assertThat(curl.exitCode()).as(curl.errors() + curl.output()).isZero();
        Matcher token = CLIENT_TOKEN.matcher(curl.output());
        assertThat(token.find()).isTrue();
        assertThat(readsWith(token.group(1))).isEqualTo(200);
        assertThat(curl.output()).contains("\"" + VaultScenario.ROLE + "\"");
    }

    @Test
    void printsTheCurlBeforeALoginThatFails() {
        environment.put("VAULT_ROLE", "it's \"$HOME\" `no`\\one");

        assertThat(run("login", "--print-curl")).isEqualTo(20);
        RendererProcess curl = shell(output);

        assertThat(errors).contains("invalid role name");
        assertThat(curl.exitCode()).isEqualTo(22);
        // The shell took none of it for its own.
        assertThat(curl.output()).contains("invalid role name", "it's", "`no`").containsIgnoringCase("$HOME");
    }

    @Test
    void expectsTheServersNameAsTheProgramDoes() {
        environment.put("VAULT_TLS_SERVER_NAME", "localhost");
        assertThat(run("login", "--print-curl")).as(errors).isZero();
        assertThat(shell(output).exitCode()).isZero();

        environment.put("VAULT_TLS_SERVER_NAME", "vault.internal");
        assertThat(run("login", "--print-curl")).isEqualTo(27);
        assertThat(shell(output).exitCode()).isEqualTo(60);
    }

    @Test
    void goesThroughTheProxyAsTheCurlDoes() {
        try (ConnectProxy proxy = ConnectProxy.to(vault.address(), "")) {
            environment.put("VAULT_ADDR", "https://vault.internal:8200");
            environment.put("VAULT_TLS_SERVER_NAME", "localhost");
            environment.put("https_proxy", proxy.address());

            assertThat(run("login", "--print-curl")).as(errors).isZero();
            assertThat(proxy.asked()).isNotEmpty().allMatch(line -> line.startsWith("CONNECT vault.internal:8200 "));
            int asked = proxy.asked().size();
            RendererProcess curl = shell(output);
            assertThat(curl.exitCode()).as(curl.errors()).isZero();
            assertThat(proxy.asked()).hasSizeGreaterThan(asked);
        }
    }

    @Test
    void sendsNothingInADryRun() {
        environment.put("VAULT_ADDR", "https://vault.invalid:8200");

        assertThat(run("login", "--dry-run", "--print-curl")).as(errors).isZero();
        assertThat(output).contains("https://vault.invalid:8200/v1/auth/kubernetes/login");
        assertThat(run("login", "--dry-run")).as(errors).isZero();
        assertThat(output).startsWith("would log in at https://vault.invalid:8200");
    }

    @Test
    void namesAllThatIsSetAndNoPassword() {
        environment.put("VAULT_ADDR", "https://vault.example/behind");
        environment.put("VAULT_NAMESPACE", "team a");
        environment.put("VAULT_K8S_MOUNT_PATH", "auth/cluster one/");
        environment.put("VAULT_TLS_SERVER_NAME", "vault.internal");
        environment.put("HTTPS_PROXY", "http://pod:s3cret@proxy:3128");

        assertThat(run("login", "--dry-run", "--print-curl")).as(errors).isZero();

        assertThat(output)
                .contains(
                        "--header 'X-Vault-Namespace: team a'",
                        "--connect-to vault.internal:443:vault.example:443",
                        "--proxy \"${HTTPS_PROXY:-$https_proxy}\"",
                        "https://vault.internal:443/behind/v1/auth/cluster%20one/login")
                .doesNotContain("s3cret");
    }

    @Test
    void tellsWhatItDoesNotKnow() {
        assertThat(run("login", "--print-tokn")).isEqualTo(20);
        assertThat(errors).contains("--print-tokn", "--print-token");
        assertThat(run("log-in")).isEqualTo(20);
        assertThat(errors).contains("no subcommand \"log-in\"", "--help");
        environment.remove("VAULT_ROLE");
        environment.put("VAULT_TOKEN", vault.rootToken());
        assertThat(run("login")).isEqualTo(20);
        assertThat(errors).contains("no role is set").doesNotContain(vault.rootToken());
    }

    @ParameterizedTest
    @CsvSource({"--help", "-h", "help", "vault-renderer --help", "login --help"})
    void helps(String arguments) {
        environment.clear();

        assertThat(run(arguments.split(" "))).isZero();
        assertThat(output).startsWith("Usage: vault-renderer").contains("  render ", "  login ", "--print-curl");
        assertThat(output.lines()).allMatch(line -> line.length() <= 100);
        assertThat(errors).isEmpty();
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

    private int run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code;
        try (PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            code = new RendererApplication(environment, outStream, errStream, folder.resolve("no-termination-log"))
                    .run(new ArrayList<>(List.of(arguments)));
        }
        output = out.toString(StandardCharsets.UTF_8);
        errors = err.toString(StandardCharsets.UTF_8);
        return code;
    }
}
