package io.github.vaultrenderer.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.app.RecordingServer.Request;
import io.github.vaultrenderer.test.RealServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the variables of Vault's client library make the real consul-template and ours send, as a server sees it. */
class ConsulTemplateRequestsIT {

    private static final List<String> FLAGS = List.of(
            "-once",
            "-vault-renew-token=false",
            "-vault-retry-attempts=1",
            "-vault-retry-backoff=10ms",
            "-vault-token=root");

    @TempDir
    Path folder;

    private Path consulTemplate;
    private RecordingServer server;

    private record Outcome(int exit, List<Request> requests, String file, String errors) {

        List<String> lines() {
            return requests.stream().map(Request::line).toList();
        }

        List<String> headers() {
            return requests.stream().map(Request::headers).toList();
        }
    }

    @BeforeEach
    void start() throws IOException {
        consulTemplate = Path.of(RealServers.variable("CONSUL_TEMPLATE_BIN"));
        server = RecordingServer.start();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    # variables                                                   | secret       | exit | requests
                    ~~                                                            | a            | 0    | 2
                    VAULT_MAX_RETRIES=0                                           | 503          | 14   | 3
                    VAULT_MAX_RETRIES=1                                           | 503          | 14   | 5
                    ~~                                                            | 503          | 14   | 7
                    VAULT_MAX_RETRIES=5 VAULT_CLIENT_TIMEOUT=2                    | 503          | 14   | 5
                    VAULT_CLIENT_TIMEOUT=1                                        | silent       | 14   | 3
                    VAULT_CLIENT_TIMEOUT=500ms VAULT_MAX_RETRIES=0                | silent       | 14   | 3
                    VAULT_HEADERS={"X-Team":"blue","Authorization":"eDp5"}  | a            | 0    | 2
                    VAULT_PROXY_ADDR=http://127.0.0.1:1                           | a            | 0    | 2
                    VAULT_RATE_LIMIT=0.5                                          | a            | 0    | 2
                    ~~                                                            | redirect-301 | 0    | 3
                    ~~                                                            | redirect-302 | 0    | 3
                    ~~                                                            | redirect-307 | 0    | 3
                    """)
    void sendsTheSame(String variables, String secret, int exit, int requests) throws IOException {
        Outcome theirs = theirs(variables, secret);
        Outcome ours = ours(variables, secret);

        assertThat(theirs.exit()).as(theirs.errors()).isEqualTo(exit);
        assertThat(theirs.requests()).hasSize(requests);
        assertThat(ours.exit()).as(ours.errors()).isEqualTo(exit);
        assertThat(ours.lines()).isEqualTo(theirs.lines());
        assertThat(ours.headers()).isEqualTo(theirs.headers());
        assertThat(ours.file()).isEqualTo(theirs.file());
    }

    @Test
    void keepsToTheRateAsTheOriginalDoes() throws IOException {
        String rate = "VAULT_RATE_LIMIT=5:1";
        for (Outcome each : List.of(theirs(rate, "a b c d"), ours(rate, "a b c d"))) {
            assertThat(each.exit()).as(each.errors()).isZero();
            // Half of the time: the first of them can be late. Without a limit, all are there within milliseconds.
            assertThat(RecordingServer.span(each.requests()))
                    .isGreaterThan(Duration.ofMillis(100L * (each.requests().size() - 1)));
        }
    }

    @Test
    void wrapsTheSecretAndNotTheQuestionWhichMountItIsOn() throws IOException {
        Outcome theirs = theirs("VAULT_WRAP_TTL=5m", "a");
        Outcome ours = ours("VAULT_WRAP_TTL=5m", "a");

        assertThat(ours.lines()).isEqualTo(theirs.lines());
        assertThat(ours.headers().get(1)).isEqualTo(theirs.headers().get(1)).contains("X-Vault-Wrap-TTL: [5m]");
        assertThat(theirs.headers().get(0)).contains("X-Vault-Wrap-TTL: [5m]");
        assertThat(ours.headers().get(0)).doesNotContain("X-Vault-Wrap-TTL");
    }

    @Test
    void sendsTheUserAgentThatTheOriginalLoses() throws IOException {
        String[] flag = {"-vault-client-user-agent=nginx-init/1"};

        assertThat(theirs("", "a", flag).requests())
                .extracting(Request::userAgent)
                .containsOnly("Go-http-client/1.1");
        assertThat(ours("", "a", flag).requests())
                .extracting(Request::userAgent)
                .containsOnly("nginx-init/1");
    }

    @Test
    void aRedirectThatIsNotToBeFollowedIsAFailureHere() throws IOException {
        Outcome theirs = theirs("VAULT_DISABLE_REDIRECTS=true", "redirect-307");
        Outcome ours = ours("VAULT_DISABLE_REDIRECTS=true", "redirect-307");

        assertThat(theirs.lines()).isEqualTo(ours.lines()).hasSize(2);
        assertThat(theirs.exit()).isZero();
        assertThat(theirs.file()).isEqualTo("<no value>");
        assertThat(ours.exit()).isEqualTo(14);
        assertThat(ours.errors()).contains("redirects are disabled (VAULT_DISABLE_REDIRECTS)");
    }

    private Outcome theirs(String variables, String secrets, String... flags) throws IOException {
        return run(List.of(consulTemplate.toString()), variables, secrets, flags, RendererProcess::run);
    }

    private Outcome ours(String variables, String secrets, String... flags) throws IOException {
        return run(List.of("consul-template"), variables, secrets, flags, RendererProcess::ours);
    }

    private interface Program {
        RendererProcess run(Map<String, String> environment, List<String> command);
    }

    private Outcome run(List<String> program, String variables, String secrets, String[] flags, Program runner)
            throws IOException {
        Map<String, String> environment =
                new HashMap<>(Map.of("PATH", System.getenv("PATH"), "HOME", folder.toString()));
        environment.put("VAULT_ADDR", server.address());
        for (String variable : variables.isEmpty() ? new String[0] : variables.split(" ", -1)) {
            String[] pair = variable.split("=", 2);
            environment.put(pair[0], pair[1]);
        }
        StringBuilder template = new StringBuilder();
        for (String secret : secrets.split(" ", -1)) {
            template.append("{{ with secret \"secret/").append(secret).append("\" }}{{ .Data.v }}{{ end }}");
        }
        Path source = Files.writeString(folder.resolve("t.ctmpl"), template);
        Path file = folder.resolve("out");
        Files.deleteIfExists(file);
        List<String> command = new ArrayList<>(program);
        command.addAll(FLAGS);
        command.addAll(List.of(flags));
        command.addAll(List.of("-template", source + ":" + file));
        RendererProcess process = runner.run(environment, command);
        String text = Files.exists(file) ? Files.readString(file) : "";
        return new Outcome(process.exitCode(), server.taken(), text, process.errors());
    }
}
