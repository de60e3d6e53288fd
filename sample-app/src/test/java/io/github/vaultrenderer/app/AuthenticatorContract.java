package io.github.vaultrenderer.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.test.VaultAdmin;
import io.github.vaultrenderer.test.VaultScenario;
import io.github.vaultrenderer.test.VaultServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** vault-kubernetes-authenticator's variables, over TLS, against whichever Vault. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AuthenticatorContract {

    private VaultServer vault;
    private VaultScenario scenario;
    private Path folder;
    private Path token;
    private Path accessor;
    private Map<String, String> environment;
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
        token = folder.resolve(".vault-token");
        accessor = folder.resolve(".vault-accessor");
        environment = new HashMap<>();
        environment.put("VAULT_ADDR", vault.address().toString());
        environment.put("VAULT_CACERT", vault.caCertificate().orElseThrow().toString());
        environment.put("VAULT_ROLE", VaultScenario.ROLE);
        environment.put(
                "SERVICE_ACCOUNT_PATH",
                scenario.issuer()
                        .writeToken(folder.resolve("identity"), "org1", "app1")
                        .toString());
        environment.put("TOKEN_DEST_PATH", token.toString());
        environment.put("ACCESSOR_DEST_PATH", accessor.toString());
    }

    @Test
    void leavesTokenAndAccessorAlone() throws IOException {
        assertThat(run()).as(errors).isZero();

        assertThat(mode(token)).isEqualTo("rw-------");
        assertThat(mode(accessor)).isEqualTo("rw-r--r--");
        assertThat(self(Files.readString(token)).object("data")).containsEntry("accessor", Files.readString(accessor));
    }

    @Test
    void givesAFileThatWasThereItsOwnModes() throws IOException {
        Files.writeString(token, "old");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-rw-rw-"));
        Files.writeString(accessor, "old");
        Files.setPosixFilePermissions(accessor, PosixFilePermissions.fromString("rw-------"));

        assertThat(run()).as(errors).isZero();

        assertThat(mode(token)).isEqualTo("rw-------");
        assertThat(mode(accessor)).isEqualTo("rw-r--r--");
    }

    @Test
    void leavesNoAccessorBesideATokenThatWasMoved() throws IOException {
        environment.remove("ACCESSOR_DEST_PATH");

        assertThat(run()).as(errors).isZero();

        assertThat(token).exists();
        assertThat(accessor).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    VAULT_ROLE            | -              | no role is set
                    VAULT_ROLE            | nobody         | invalid role name "nobody"
                    VAULT_K8S_MOUNT_PATH  | elsewhere      | nothing is mounted at auth/elsewhere
                    SERVICE_ACCOUNT_PATH  | /nowhere/token | there is no service-account token in /nowhere/token
                    VAULT_CAPEM           | no certificate | no certificate in PEM form in VAULT_CAPEM
                    VAULT_CACERT          | /nowhere       | cannot read the certificate authorities in /nowhere
                    VAULT_SKIP_VERIFY     | yes            | VAULT_SKIP_VERIFY is neither true nor false: yes
                    VAULT_TLS_SERVER_NAME | vault.internal | vault.internal
                    TOKEN_DEST_PATH       | /proc/token    | cannot write /proc/token
                    """)
    void failsWithOneAndSaysWhy(String variable, String value, String reason) {
        if (value == null) {
            environment.remove(variable);
        } else {
            environment.put(variable, value);
        }

        assertThat(run()).isEqualTo(1);
        assertThat(errors).contains(reason).hasLineCount(1);
        assertThat(token).doesNotExist();
        assertThat(accessor).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"1", "t", "T", "true", "TRUE", "True"})
    void skipsVerificationInEachOfGosSpellings(String value) {
        environment.remove("VAULT_CACERT");
        assertThat(run()).isEqualTo(1);

        environment.put("VAULT_SKIP_VERIFY", value);
        assertThat(run()).as(errors).isZero();
    }

    @Test
    void prefersTextToFileToFolder() throws IOException {
        Path ca = vault.caCertificate().orElseThrow();
        environment.put("VAULT_CAPATH", "/nowhere");
        assertThat(run()).as(errors).isZero();

        environment.put("VAULT_CACERT", "/nowhere");
        environment.put("VAULT_CAPEM", Files.readString(ca));
        assertThat(run()).as(errors).isZero();
    }

    @Test
    void readsAFolderOfAuthoritiesAsAConfigMapHasIt() throws IOException {
        Path mounted = Files.createDirectories(folder.resolve("cas/..2026_11_26"));
        Files.copy(vault.caCertificate().orElseThrow(), mounted.resolve("ca.pem"));
        Files.createSymbolicLink(folder.resolve("cas/..data"), Path.of("..2026_11_26"));
        Files.createSymbolicLink(folder.resolve("cas/ca.pem"), Path.of("..data/ca.pem"));
        environment.remove("VAULT_CACERT");
        environment.put("VAULT_CAPATH", folder.resolve("cas").toString());

        assertThat(run()).as(errors).isZero();
    }

    @Test
    void goesThroughAProxyThatWantsAPassword() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.to(vault.address(), "pod:p@ss")) {
            environment.put("VAULT_ADDR", "https://vault.internal:8200");
            environment.put("VAULT_TLS_SERVER_NAME", "localhost");
            environment.put("HTTPS_PROXY", "http://pod:p%40ss@" + proxy.address());
            // In a process of its own: the JDK reads but once whether a proxy may be given a password.
            RendererProcess process = RendererProcess.ours(environment, List.of("vault-kubernetes-authenticator"));

            assertThat(process.exitCode()).as(process.errors()).isZero();
            assertThat(proxy.asked()).isNotEmpty().allMatch(line -> line.startsWith("CONNECT vault.internal:8200 "));
            assertThat(token).content().startsWith("hvs.");
        }
    }

    @Test
    void namesTheProxyThatRefuses() {
        try (ConnectProxy proxy = ConnectProxy.to(vault.address(), "pod:other")) {
            environment.put("VAULT_ADDR", "https://vault.internal:8200");
            environment.put("HTTPS_PROXY", proxy.address());
            environment.put("NO_PROXY", "vault.example");
            RendererProcess process = RendererProcess.ours(environment, List.of("vault-kubernetes-authenticator"));

            assertThat(process.exitCode()).isEqualTo(1);
            assertThat(process.errors()).contains("through the proxy " + proxy.address(), "407");
        }
    }

    private VaultAdmin.Answer self(String value) {
        return vault.admin().send("GET", "auth/token/lookup-self", value, Map.of());
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private int run() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code;
        try (PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            code = new RendererApplication(environment, stream, stream, folder.resolve("no-termination-log"))
                    .run(List.of("vault-kubernetes-authenticator"));
        }
        errors = out.toString(StandardCharsets.UTF_8);
        return code;
    }
}
