package io.github.vaultrenderer.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.test.VaultAdmin;
import io.github.vaultrenderer.test.VaultExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** vault-kubernetes-authenticator's variables, over TLS, against whichever Vault. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AuthenticatorContract {

    @RegisterExtension
    final VaultExtension vault;

    private Pod pod;
    private Path token;
    private Path accessor;

    AuthenticatorContract(VaultExtension vault) {
        this.vault = vault;
    }

    @BeforeEach
    void prepare(@TempDir Path folder) {
        pod = Pod.in(folder, vault.scenario());
        token = pod.file(".vault-token");
        accessor = pod.file(".vault-accessor");
        pod.set("TOKEN_DEST_PATH", token.toString());
        pod.set("ACCESSOR_DEST_PATH", accessor.toString());
    }

    @Test
    void leavesTokenAndAccessorAlone() throws IOException {
        assertThat(run()).as(pod.errors()).isZero();

        assertThat(pod.mode(".vault-token")).isEqualTo("rw-------");
        assertThat(pod.mode(".vault-accessor")).isEqualTo("rw-r--r--");
        assertThat(self(Files.readString(token)).object("data")).containsEntry("accessor", Files.readString(accessor));
    }

    @Test
    void givesAFileThatWasThereItsOwnModes() throws IOException {
        Files.writeString(token, "old");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-rw-rw-"));
        Files.writeString(accessor, "old");
        Files.setPosixFilePermissions(accessor, PosixFilePermissions.fromString("rw-------"));

        assertThat(run()).as(pod.errors()).isZero();

        assertThat(pod.mode(".vault-token")).isEqualTo("rw-------");
        assertThat(pod.mode(".vault-accessor")).isEqualTo("rw-r--r--");
    }

    @Test
    void leavesNoAccessorBesideATokenThatWasMoved() {
        pod.unset("ACCESSOR_DEST_PATH");

        assertThat(run()).as(pod.errors()).isZero();

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
        pod.set(variable, value);

        assertThat(run()).isEqualTo(1);
        assertThat(pod.errors()).contains(reason).hasLineCount(1);
        assertThat(pod.output()).isEmpty();
        assertThat(token).doesNotExist();
        assertThat(accessor).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"1", "t", "T", "true", "TRUE", "True"})
    void skipsVerificationInEachOfGosSpellings(String value) {
        pod.unset("VAULT_CACERT");
        assertThat(run()).isEqualTo(1);

        pod.set("VAULT_SKIP_VERIFY", value);
        assertThat(run()).as(pod.errors()).isZero();
    }

    @Test
    void prefersTextToFileToFolder() throws IOException {
        Path ca = vault.server().caCertificate().orElseThrow();
        pod.set("VAULT_CAPATH", "/nowhere");
        assertThat(run()).as(pod.errors()).isZero();

        pod.set("VAULT_CACERT", "/nowhere");
        pod.set("VAULT_CAPEM", Files.readString(ca));
        assertThat(run()).as(pod.errors()).isZero();
    }

    @Test
    void readsAFolderOfAuthoritiesAsAConfigMapHasIt() throws IOException {
        Path mounted = Files.createDirectories(pod.file("cas/..2026_11_26"));
        Files.copy(vault.server().caCertificate().orElseThrow(), mounted.resolve("ca.pem"));
        Files.createSymbolicLink(pod.file("cas/..data"), Path.of("..2026_11_26"));
        Files.createSymbolicLink(pod.file("cas/ca.pem"), Path.of("..data/ca.pem"));
        pod.unset("VAULT_CACERT");
        pod.set("VAULT_CAPATH", pod.file("cas").toString());

        assertThat(run()).as(pod.errors()).isZero();
    }

    @Test
    void goesThroughAProxyThatWantsAPassword() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.to(vault.server().address(), "pod:p@ss")) {
            pod.set("VAULT_ADDR", "https://vault.internal:8200");
            pod.set("VAULT_TLS_SERVER_NAME", "localhost");
            pod.set("HTTPS_PROXY", "http://pod:p%40ss@" + proxy.address());
            // In a process of its own: the JDK reads but once whether a proxy may be given a password.
            RendererProcess process =
                    RendererProcess.ours(pod.environment(), List.of("vault-kubernetes-authenticator"));

            assertThat(process.exitCode()).as(process.errors()).isZero();
            assertThat(proxy.asked()).isNotEmpty().allMatch(line -> line.startsWith("CONNECT vault.internal:8200 "));
            assertThat(token).content().startsWith("hvs.");
        }
    }

    @Test
    void namesTheProxyThatRefuses() {
        try (ConnectProxy proxy = ConnectProxy.to(vault.server().address(), "pod:other")) {
            pod.set("VAULT_ADDR", "https://vault.internal:8200");
            pod.set("HTTPS_PROXY", proxy.address());
            pod.set("NO_PROXY", "vault.example");
            RendererProcess process =
                    RendererProcess.ours(pod.environment(), List.of("vault-kubernetes-authenticator"));

            assertThat(process.exitCode()).isEqualTo(1);
            assertThat(process.errors()).contains("through the proxy " + proxy.address(), "407");
        }
    }

    private VaultAdmin.Answer self(String value) {
        return vault.admin().send("GET", "auth/token/lookup-self", value, Map.of());
    }

    private int run() {
        return pod.run("vault-kubernetes-authenticator");
    }
}
