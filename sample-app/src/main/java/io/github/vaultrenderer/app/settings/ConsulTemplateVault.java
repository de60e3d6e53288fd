package io.github.vaultrenderer.app.settings;

import io.github.vaultrenderer.VaultRenderer;
import io.github.vaultrenderer.app.settings.consultemplate.KubernetesAuth;
import io.github.vaultrenderer.app.settings.consultemplate.RetryConfig;
import io.github.vaultrenderer.app.settings.consultemplate.SslConfig;
import io.github.vaultrenderer.app.settings.consultemplate.TokenSource;
import io.github.vaultrenderer.app.settings.consultemplate.TransportConfig;
import io.github.vaultrenderer.app.settings.consultemplate.VaultClientConfig;
import io.github.vaultrenderer.app.settings.consultemplate.VaultConfig;
import io.github.vaultrenderer.auth.KubernetesLogin;
import io.github.vaultrenderer.auth.PodIdentity;
import io.github.vaultrenderer.auth.ServiceAccountTokenFile;
import io.github.vaultrenderer.auth.TokenLogin;
import io.github.vaultrenderer.auth.VaultLogin;
import io.github.vaultrenderer.http.ClientCertificate;
import io.github.vaultrenderer.http.ClientLimits;
import io.github.vaultrenderer.http.JdkVaultHttp;
import io.github.vaultrenderer.http.RateLimitedVaultHttp;
import io.github.vaultrenderer.http.RequestOptions;
import io.github.vaultrenderer.http.RetryPolicy;
import io.github.vaultrenderer.http.RetryingVaultHttp;
import io.github.vaultrenderer.http.Trust;
import io.github.vaultrenderer.http.VaultClientRetries;
import io.github.vaultrenderer.http.VaultEndpoint;
import io.github.vaultrenderer.http.VaultHttp;
import io.github.vaultrenderer.redact.Sensitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes of consul-template's {@code vault} block what the renderer asks Vault with. Where the block says nothing, the
 * variables of vault-kubernetes-authenticator count, so that one container can take the place of both.
 *
 * @param config the block
 * @param variables all variables
 */
record ConsulTemplateVault(VaultConfig config, VaultVariables variables) {

    /** Where the original's own default says that the token is. */
    private static final Path DEFAULT_TOKEN_PATH = Path.of("/run/secrets/kubernetes.io/serviceaccount/token");

    /** The longest wait for a connection that {@code HttpURLConnection} is asked for. */
    private static final Duration LONGEST_DIAL = Duration.ofHours(1);

    /** Retrying for ever, as far as a clock can tell. */
    private static final Duration EVER = Duration.ofDays(36_500);

    private static final Duration LONGEST_WAIT = Duration.ofDays(1);
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(1);

    VaultRenderer.Builder renderer() {
        VaultEndpoint endpoint = endpoint();
        return VaultRenderer.builder()
                .vault(endpoint)
                .http(client(new JdkVaultHttp(endpoint)))
                .login(login())
                .retry(retry())
                .wrapSecrets(config.client().wrapTtl())
                .renewCertificatesAfter(config.leaseRenewalThreshold());
    }

    /** What Vault's client library does by itself, around what sends. */
    VaultHttp client(VaultHttp sender) {
        VaultClientConfig client = config.client();
        VaultHttp http = sender;
        if (client.maxRetries() > 0) {
            http = new VaultClientRetries(
                    http, client.maxRetries(), answerTimeout(), new Random(), RetryingVaultHttp.Pause.sleeping());
        }
        if (client.burst() > 0) {
            http = new RateLimitedVaultHttp(
                    http,
                    client.requestsPerSecond(),
                    client.burst(),
                    answerTimeout(),
                    RetryingVaultHttp.Pause.sleeping());
        }
        return http;
    }

    VaultEndpoint endpoint() {
        String address = config.address().isEmpty() ? VaultVariables.DEFAULT_ADDRESS : config.address();
        String agent = config.client().agentAddress();
        return variables
                .behindProxy(VaultEndpoint.of(agent.isEmpty() ? address : agent))
                .inNamespace(config.namespace())
                .with(trust())
                .with(limits(config.transport()))
                .with(options());
    }

    private RequestOptions options() {
        RequestOptions options = config.client().options();
        if (config.clientUserAgent().isEmpty()) {
            return options;
        }
        Map<String, Sensitive> headers = new HashMap<>(options.headers());
        headers.put("User-Agent", Sensitive.of(config.clientUserAgent()));
        return new RequestOptions(headers, options.followRedirects());
    }

    /** Of the sources of authorities the first counts, in consul-template's order: file, text, folder. */
    private Trust trust() {
        SslConfig ssl = config.ssl();
        if (!ssl.enabled()) {
            return Trust.SYSTEM;
        }
        Path file = path(ssl.caCertificate());
        String text = !ssl.caBytes().isEmpty()
                ? ssl.caBytes()
                : variables.get("VAULT_CAPEM").orElse(null);
        Path folder = path(ssl.caPath());
        String name = ssl.serverName().isEmpty() ? null : ssl.serverName();
        Trust trust = new Trust(file == null ? text : null, file, folder, name, ssl.verify());
        if (ssl.certificate().isEmpty()) {
            return trust;
        }
        Path certificate = Path.of(ssl.certificate());
        return trust.withClient(
                new ClientCertificate(certificate, ssl.key().isEmpty() ? certificate : Path.of(ssl.key())));
    }

    private ClientLimits limits(TransportConfig transport) {
        ClientLimits usual = ClientLimits.DEFAULT;
        Duration dial = transport.dialTimeout();
        boolean bounded = !dial.isZero() && !dial.isNegative() && dial.compareTo(LONGEST_DIAL) < 0;
        int connections = transport.maxConnsPerHost();
        return new ClientLimits(
                bounded ? dial : LONGEST_DIAL,
                answerTimeout(),
                connections > 0 ? Math.min(connections, usual.inFlight()) : usual.inFlight());
    }

    /** For one answer, and what is repeated for it. */
    private Duration answerTimeout() {
        Duration timeout = config.client().timeout();
        return timeout.isNegative() ? ClientLimits.DEFAULT.readTimeout() : timeout;
    }

    /** The first place that has a token, and the Kubernetes login only where none has. */
    VaultLogin login() {
        TokenSource source = config.token();
        if (source instanceof TokenSource.Given given) {
            return unwrapped(TokenLogin.of(given.token()));
        }
        if (source instanceof TokenSource.HomeFile home) {
            return unwrapped(TokenLogin.fromFile(home.file()));
        }
        String role = role();
        if (source instanceof TokenSource.AgentFile agent && (role.isEmpty() || !empty(agent.file()))) {
            return unwrapped(TokenLogin.fromFile(agent.file()));
        }
        return role.isEmpty() ? missing() : kubernetes(role);
    }

    private VaultLogin unwrapped(TokenLogin login) {
        return config.unwrapToken() ? login.unwrapping() : login;
    }

    private String role() {
        String role = config.kubernetes().role();
        return role.isEmpty() ? variables.get("VAULT_ROLE").orElse("") : role;
    }

    private KubernetesLogin kubernetes(String role) {
        String mountPath = config.kubernetes().mountPath();
        return new KubernetesLogin(
                role,
                mountPath.equals(KubernetesLogin.DEFAULT_MOUNT_PATH)
                        ? variables.get("VAULT_K8S_MOUNT_PATH").orElse(mountPath)
                        : mountPath,
                identity(config.kubernetes()));
    }

    private PodIdentity identity(KubernetesAuth kubernetes) {
        if (kubernetes.serviceAccountToken().length() > 0) {
            return kubernetes::serviceAccountToken;
        }
        Path path = kubernetes.serviceAccountTokenPath();
        return new ServiceAccountTokenFile(
                path.equals(DEFAULT_TOKEN_PATH)
                        ? variables.path("SERVICE_ACCOUNT_PATH").orElse(path)
                        : path);
    }

    private TokenLogin missing() {
        return TokenLogin.missing(
                "there is no Vault token: none is set (token, VAULT_TOKEN), and there is no .vault-token in the home folder ("
                        + variables.get("HOME").orElse("HOME is not set") + ")",
                "Let a login write the token there (TOKEN_DEST_PATH of the container before), or set the role of the"
                        + " Kubernetes login (k8s_auth_role_name, VAULT_K8S_AUTH_ROLE_NAME or VAULT_ROLE).");
    }

    /** Permanent failures end the run whatever this says. */
    RetryPolicy retry() {
        RetryConfig retry = config.retry();
        Duration first = positive(retry.backoff());
        Duration longest = retry.maxBackoff().isZero() ? LONGEST_WAIT : positive(retry.maxBackoff());
        int repetitions = !retry.enabled() ? 0 : retry.attempts() == 0 ? RetryPolicy.ANY_NUMBER : retry.attempts();
        Duration shorter = first.compareTo(longest) < 0 ? first : longest;
        return new RetryPolicy(shorter, longest, RetryPolicy.DEFAULT.jitter(), total(shorter, longest, repetitions))
                .atMost(repetitions);
    }

    /** What the waits and the tries between them can take, so that the number of repetitions is what counts. */
    private Duration total(Duration first, Duration longest, int repetitions) {
        Duration answer = answerTimeout();
        Duration total = RetryPolicy.DEFAULT.total().plus(answer);
        Duration wait = first;
        int left = repetitions;
        for (; left > 0 && wait.compareTo(longest) < 0; left--) {
            total = total.plus(wait).plus(answer);
            wait = wait.plus(wait);
        }
        // In whole numbers: Duration multiplies by way of BigDecimal, whose tables take longer than all settings.
        long each = longest.plus(answer).toMillis();
        if (left > EVER.toMillis() / Math.max(each, 1)) {
            return EVER;
        }
        total = total.plusMillis(each * left);
        return total.compareTo(EVER) < 0 ? total : EVER;
    }

    private static Duration positive(Duration wait) {
        return wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
    }

    private static boolean empty(Path file) {
        try {
            return !Files.exists(file) || Files.size(file) == 0;
        } catch (IOException unreadable) {
            return true;
        }
    }

    private static @Nullable Path path(String text) {
        return text.isEmpty() ? null : Path.of(text);
    }
}
