package io.github.vaultrenderer.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.app.settings.consultemplate.CommandLine;
import io.github.vaultrenderer.app.settings.consultemplate.Invocation;
import io.github.vaultrenderer.http.RequestOptions;
import io.github.vaultrenderer.http.RetryPolicy;
import io.github.vaultrenderer.http.Trust;
import io.github.vaultrenderer.http.VaultEndpoint;
import io.github.vaultrenderer.http.VaultHttp;
import io.github.vaultrenderer.http.VaultResponse;
import io.github.vaultrenderer.redact.Sensitive;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsulTemplateVaultTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    ~~                                                           | 12         | PT0.25S | PT1M
                    -vault-retry=false                                           | 0          | PT0.25S | PT1M
                    -vault-retry-attempts=3 -vault-retry-backoff=2s              | 3          | PT2S    | PT1M
                    -vault-retry-attempts=0 -vault-retry-max-backoff=5s          | 2147483647 | PT0.25S | PT5S
                    -vault-retry-backoff=0s                                      | 12         | PT0.001S | PT1M
                    -vault-retry-backoff=10s -vault-retry-max-backoff=1s         | 12         | PT1S    | PT1S
                    -vault-retry-max-backoff=0s                                  | 12         | PT0.25S | PT24H
                    """)
    void retriesAsToldTo(String flags, int repetitions, Duration first, Duration longest) {
        RetryPolicy policy = vault(flags, Map.of()).retry();

        assertThat(policy.repetitions()).isEqualTo(repetitions);
        assertThat(policy.first()).isEqualTo(first);
        assertThat(policy.longest()).isEqualTo(longest);
        Duration waits = Duration.ZERO;
        for (int i = 1; i <= Math.min(repetitions, 1000); i++) {
            waits = waits.plus(policy.nextDelay(i, () -> 0));
        }
        assertThat(policy.total())
                .as("the number of repetitions counts, and not the time")
                .isGreaterThanOrEqualTo(waits);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    # variables                               | what sends, from the outside in
                    ~~                                        | VaultClientRetries
                    VAULT_MAX_RETRIES=0                       | sender
                    VAULT_MAX_RETRIES=7                       | VaultClientRetries
                    VAULT_RATE_LIMIT=10                       | RateLimitedVaultHttp
                    VAULT_RATE_LIMIT=0.5:1                    | RateLimitedVaultHttp
                    VAULT_RATE_LIMIT=0.5                      | VaultClientRetries
                    """)
    void sendsWithWhatIsAskedForOnly(String variables, String outermost) {
        VaultHttp sender = (request, deadline) -> new VaultResponse(200, Map.of());
        String[] pair = variables.split("=", 2);

        VaultHttp http = vault("", pair.length == 2 ? Map.of(pair[0], pair[1]) : Map.of())
                .client(sender);

        assertThat(http.equals(sender) ? "sender" : http.getClass().getSimpleName())
                .isEqualTo(outermost);
    }

    @Test
    void aLongAnswerIsWaitedForWithoutRetriesToo() {
        RetryPolicy policy = vault("-vault-retry=false", Map.of("VAULT_CLIENT_TIMEOUT", "1h"))
                .retry();

        assertThat(policy.total()).isGreaterThan(Duration.ofHours(1));
    }

    @Test
    void sendsItsHeadersAndItsName() {
        Map<String, Sensitive> headers = vault(
                        "-vault-client-user-agent=nginx-init/1",
                        Map.of("VAULT_HEADERS", "{\"X-Team\":\"blue\",\"User-Agent\":\"no\"}"))
                .endpoint()
                .options()
                .headers();

        assertThat(headers)
                .isEqualTo(Map.of("X-Team", Sensitive.of("blue"), "User-Agent", Sensitive.of("nginx-init/1")));
        assertThat(vault("", Map.of()).endpoint().options()).isSameAs(RequestOptions.DEFAULT);
        assertThat(vault("", Map.of("VAULT_DISABLE_REDIRECTS", "1"))
                        .endpoint()
                        .options()
                        .followRedirects())
                .isFalse();
    }

    @Test
    void theDefaultTotalHoldsTheOriginalsWaits() {
        assertThat(vault("", Map.of()).retry().total()).isBetween(Duration.ofSeconds(304), Duration.ofSeconds(1300));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    ~~                                                     | PT30S | 32
                    -vault-transport-dial-timeout=3s                       | PT3S  | 32
                    -vault-transport-dial-timeout=0s                       | PT1H  | 32
                    -vault-transport-max-conns-per-host=4                  | PT30S | 4
                    -vault-transport-max-conns-per-host=400                | PT30S | 32
                    """)
    void keepsWithinTheTransportsLimits(String flags, Duration connect, int inFlight) {
        VaultEndpoint endpoint = vault(flags, Map.of()).endpoint();

        assertThat(endpoint.limits().connectTimeout()).isEqualTo(connect);
        assertThat(endpoint.limits().inFlight()).isEqualTo(inFlight);
    }

    @Test
    void authoritiesCountInTheOriginalsOrder() {
        Map<String, String> all =
                Map.of("VAULT_CACERT", "/ca.pem", "VAULT_CACERT_BYTES", "bytes", "VAULT_CAPATH", "/cas");
        Trust file = vault("", all).endpoint().trust();
        Trust text = vault("-vault-ssl-ca-cert=", Map.of("VAULT_CACERT_BYTES", "bytes", "VAULT_CAPATH", "/cas"))
                .endpoint()
                .trust();

        assertThat(file.caFile()).isEqualTo(Path.of("/ca.pem"));
        assertThat(file.caPem()).isNull();
        assertThat(text.caPem()).isEqualTo("bytes");
        assertThat(vault("-vault-ssl=false", all).endpoint().trust()).isEqualTo(Trust.SYSTEM);
    }

    @Test
    void oneFileMayHoldCertificateAndKey() {
        Trust trust = vault("-vault-ssl-cert=/both.pem -vault-ssl-server-name=vault -vault-ssl-verify=false", Map.of())
                .endpoint()
                .trust();

        assertThat(trust.client()).isNotNull();
        assertThat(trust.client().certificate()).isEqualTo(trust.client().key()).isEqualTo(Path.of("/both.pem"));
        assertThat(trust.serverName()).isEqualTo("vault");
        assertThat(trust.verify()).isFalse();
    }

    @Test
    void looksForVaultWhereTheOriginalDoes() {
        assertThat(vault("", Map.of()).endpoint().address()).hasToString("https://127.0.0.1:8200");
        assertThat(vault("", Map.of("VAULT_ADDR", "http://a:1", "VAULT_NAMESPACE", "team"))
                        .endpoint())
                .satisfies(endpoint -> assertThat(endpoint.address()).hasToString("http://a:1"))
                .satisfies(endpoint -> assertThat(endpoint.namespace()).isEqualTo("team"));
    }

    @Test
    void anAgentStandsOverTheAddress() {
        Map<String, String> agent = Map.of("VAULT_ADDR", "http://a:1", "VAULT_AGENT_ADDR", "http://agent:2");
        assertThat(vault("-vault-addr=http://b:3", agent).endpoint().address()).hasToString("http://agent:2");
    }

    @ParameterizedTest
    @CsvSource({"90, PT1M30S", "2m, PT2M", "-5, PT1M"})
    void waitsForAnAnswerAsTheClientIsTold(String timeout, Duration expected) {
        VaultEndpoint endpoint =
                vault("", Map.of("VAULT_CLIENT_TIMEOUT", timeout)).endpoint();
        assertThat(endpoint.limits().readTimeout()).isEqualTo(expected);
    }

    private static ConsulTemplateVault vault(String flags, Map<String, String> environment) {
        List<String> arguments = flags.isEmpty() ? List.of() : List.of(flags.split(" "));
        Invocation.Run run = (Invocation.Run) CommandLine.read(arguments, environment);
        return new ConsulTemplateVault(run.config().vault(), new VaultVariables(environment));
    }
}
