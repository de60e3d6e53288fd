package io.github.vaultrenderer.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.app.EndToEndVerdict.Output;
import io.github.vaultrenderer.test.RealServers;
import io.github.vaultrenderer.test.TestCertificates;
import io.github.vaultrenderer.test.VaultProcess;
import io.github.vaultrenderer.test.VaultScenario;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    private VaultProcess vault;
    private VaultScenario scenario;
    private Path identity;
    private Path consulTemplate;
    private Map<String, String> shared;

    /** What a run left. */
    private record Outcome(int exitCode, FileTree tree, String output, String errors) {}

    @BeforeAll
    void start(@TempDir Path home) throws IOException {
        consulTemplate = Path.of(RealServers.variable("CONSUL_TEMPLATE_BIN"));
        vault = VaultProcess.builder(RealServers.vault())
                .tls(TestCertificates.create("end-to-end-ca"))
                .start();
        scenario = VaultScenario.in(vault);
        identity = scenario.issuer()
                .writeToken(home.resolve("identity"), VaultScenario.NAMESPACE, VaultScenario.SERVICE_ACCOUNT);
        EndToEndVault.fill(vault, RESOURCES.resolve("vault.jsonl"));
        shared = Map.of(
                "PATH", System.getenv("PATH"),
                // As the image has it.
                "LC_ALL", "C.UTF-8",
                "HOME", home.toString(),
                "VAULT_ADDR", vault.address().toString(),
                "VAULT_CACERT", vault.caCertificate().orElseThrow().toString(),
                "VAULT_TOKEN", vault.rootToken(),
                "APP_NAME", "Order_Service",
                "EMPTY", "");
    }

    @AfterAll
    void stop() {
        if (scenario != null) {
            scenario.close();
        }
        if (vault != null) {
            vault.close();
        }
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
        List<String> command = new ArrayList<>(List.of(consulTemplate.toString()));
        command.addAll(PATIENCE);
        return run(each, work, environment -> {
            command.addAll(each.arguments(place(work)));
            return RendererProcess.run(environment, command);
        });
    }

    private Outcome ourProcess(EndToEndCase each, Path work) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("consul-template"));
        arguments.addAll(PATIENCE);
        return run(each, work, environment -> {
            arguments.addAll(each.arguments(place(work)));
            return RendererProcess.ours(environment, arguments);
        });
    }

    private Outcome ourCall(EndToEndCase each, Path work) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("consul-template"));
        arguments.addAll(PATIENCE);
        return run(each, work, environment -> {
            arguments.addAll(each.arguments(place(work)));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            try (PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
                    PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8)) {
                int code = new RendererApplication(environment, outStream, errStream, work.resolve("no-log"))
                        .run(arguments);
                return new RendererProcess(
                        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
            }
        });
    }

    private EndToEndCase.Place place(Path work) {
        return new EndToEndCase.Place(work, vault.address().toString(), identity, TEMPLATES);
    }

    private interface Program {
        RendererProcess run(Map<String, String> environment);
    }

    private Outcome run(EndToEndCase each, Path work, Program program) throws IOException {
        each.prepare(place(work));
        RendererProcess process = program.run(each.environment(shared, place(work)));
        Outcome outcome = new Outcome(process.exitCode(), FileTree.of(work), process.output(), process.errors());
        try (Stream<Path> paths = Files.walk(work)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        return outcome;
    }
}
