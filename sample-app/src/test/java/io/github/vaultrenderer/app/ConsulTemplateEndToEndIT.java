package io.github.vaultrenderer.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.app.EndToEndVerdict.Output;
import io.github.vaultrenderer.test.RealServers;
import io.github.vaultrenderer.test.VaultExtension;
import io.github.vaultrenderer.test.VaultScenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.FileSystemUtils;

/**
 * The real consul-template and ours, one after the other, over the same real Vault, in the same folder, told the same: the
 * files that they leave, byte for byte and with their permissions, and their exit codes are equal, or
 * docs/compatibility.md says how they differ.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsulTemplateEndToEndIT {

    private static final Path RESOURCES = Path.of("src/test/resources/end-to-end");
    private static final Path TEMPLATES = RESOURCES.resolve("templates").toAbsolutePath();
    private static final Path TABLE = Path.of("../docs/compatibility.md");

    /** Values that no message may have, of the secrets whose templates fail. */
    private static final List<String> CANARIES = List.of("plain-value-1", "plain-value-2", "s3cret");

    /** What both are told besides: theirs would otherwise try for five minutes what cannot succeed. */
    private static final List<String> PATIENCE =
            List.of("-vault-renew-token=false", "-vault-retry-attempts=1", "-vault-retry-backoff=10ms");

    @RegisterExtension
    final VaultExtension vault = VaultExtension.real();

    private Path identity;
    private Path consulTemplate;
    private Map<String, String> shared;

    /** What a run left. */
    private record Outcome(int exitCode, FileTree tree, String output, String errors) {}

    @BeforeAll
    void prepare(@TempDir Path home) throws IOException {
        consulTemplate = Path.of(RealServers.variable("CONSUL_TEMPLATE_BIN"));
        identity = vault.scenario()
                .issuer()
                .writeToken(home.resolve("identity"), VaultScenario.NAMESPACE, VaultScenario.SERVICE_ACCOUNT);
        EndToEndVault.fill(vault.server(), RESOURCES.resolve("vault.jsonl"));
        shared = Map.of(
                "PATH", System.getenv("PATH"),
                // As the image has it.
                "LC_ALL", "C.UTF-8",
                "HOME", home.toString(),
                "VAULT_ADDR", vault.server().address().toString(),
                "VAULT_CACERT", vault.server().caCertificate().orElseThrow().toString(),
                "VAULT_TOKEN", vault.server().rootToken(),
                "APP_NAME", "Order_Service",
                "EMPTY", "");
    }

    static List<EndToEndCase> cases() {
        return EndToEndCase.in(RESOURCES.resolve("cases"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void comesToTheSame(EndToEndCase each, @TempDir Path folder) throws IOException {
        EndToEndVerdict verdict = each.verdict();
        Path work = folder.resolve("work");
        Outcome theirs = theirs(each, work);
        Outcome ours = verdict.output() == Output.ANY ? ourCall(each, work) : ourProcess(each, work);

        assertThat(theirs.exitCode())
                .as("%s: theirs: %s", each, theirs.errors())
                .isEqualTo(verdict.theirExit());
        assertThat(ours.exitCode()).as("%s: ours: %s", each, ours.errors()).isEqualTo(verdict.ourExit());
        if (verdict.sameTree()) {
            assertThat(ours.tree().entries())
                    .as(each.name())
                    .containsExactlyEntriesOf(theirs.tree().entries());
        } else {
            assertThat(ours.tree()).as(each.name()).isNotEqualTo(theirs.tree());
        }
        switch (verdict.output()) {
            case SAME -> assertThat(ours.output()).as(each.name()).isEqualTo(theirs.output());
            case DIFFERS -> assertThat(ours.output()).as(each.name()).isNotEqualTo(theirs.output());
            case ANY -> {}
        }
        assertThat(ours.errors()).as(each.name()).doesNotContain(CANARIES);
        if (!verdict.row().isEmpty()) {
            assertThat(TABLE).content().contains("| " + verdict.row() + " |");
        }
    }

    @Test
    void comesToTheSameInAProcessOfItsOwn(@TempDir Path folder) throws IOException {
        EndToEndCase each = cases().stream()
                .filter(one -> one.name().equals("all-templates"))
                .findFirst()
                .orElseThrow();
        Path work = folder.resolve("work");
        Outcome theirs = theirs(each, work);
        Outcome ours = ourProcess(each, work);

        assertThat(ours.exitCode()).as(ours.errors()).isZero();
        assertThat(ours.tree().entries())
                .hasSizeGreaterThan(35)
                .containsExactlyEntriesOf(theirs.tree().entries());
    }

    private Outcome theirs(EndToEndCase each, Path work) throws IOException {
        return run(
                each,
                work,
                (environment, arguments) ->
                        RendererProcess.run(environment, command(consulTemplate.toString(), arguments)));
    }

    private Outcome ourProcess(EndToEndCase each, Path work) throws IOException {
        return run(
                each,
                work,
                (environment, arguments) -> RendererProcess.ours(environment, command("consul-template", arguments)));
    }

    private Outcome ourCall(EndToEndCase each, Path work) throws IOException {
        return run(
                each,
                work,
                (environment, arguments) -> RendererProcess.here(
                        environment, command("consul-template", arguments), work.resolve("no-log")));
    }

    private static List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(PATIENCE);
        command.addAll(arguments);
        return command;
    }

    private EndToEndCase.Place place(Path work) {
        return new EndToEndCase.Place(work, vault.server().address().toString(), identity, TEMPLATES);
    }

    private interface Program {
        RendererProcess run(Map<String, String> environment, List<String> arguments);
    }

    private Outcome run(EndToEndCase each, Path work, Program program) throws IOException {
        EndToEndCase.Place place = place(work);
        each.prepare(place);
        RendererProcess process = program.run(each.environment(shared, place), each.arguments(place));
        Outcome outcome = new Outcome(process.exitCode(), FileTree.of(work), process.output(), process.errors());
        FileSystemUtils.deleteRecursively(work);
        return outcome;
    }
}
