package io.github.vaultrenderer.http;

import io.github.vaultrenderer.failure.FailureKind;
import io.github.vaultrenderer.redact.Redactor;
import java.io.IOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import javax.net.ssl.HttpsURLConnection;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.vault.client.VaultHttpHeaders;
import org.springframework.web.util.UriUtils;

/**
 * Vault over Spring's HTTP request factory and Spring Vault's headers, on the JDK's {@code HttpURLConnection}: the
 * client that starts quickest, keeps connections alive, and leaves no thread behind to wait for at exit.
 *
 * <p>It follows redirects within Vault's own address only: the service-account token must not be sent elsewhere.
 */
public final class SpringVaultHttp implements VaultHttp {

    private static final Log LOG = LogFactory.getLog(SpringVaultHttp.class);
    private static final int MOST_REDIRECTS = 3;
    private static final int LONGEST_ERROR = 200;
    private static final String WRAP_TTL = "X-Vault-Wrap-TTL";
    private static final int TEMPORARY_REDIRECT = 307;
    private static final int PERMANENT_REDIRECT = 308;

    private final VaultEndpoint endpoint;
    private final @Nullable Proxy route;
    private final @Nullable TlsSockets tls;
    private final Semaphore inFlight;

    /**
     * @param endpoint where Vault is
     * @throws io.github.vaultrenderer.failure.ConfigurationException when its certificate authorities cannot be read
     */
    public SpringVaultHttp(VaultEndpoint endpoint) {
        this.endpoint = endpoint;
        this.route = endpoint.proxy() == null
                ? directRoute(endpoint.address())
                : endpoint.proxy().route();
        this.tls = isHttps(endpoint.address()) ? TlsSockets.of(endpoint.trust()) : null;
        this.inFlight = new Semaphore(endpoint.limits().inFlight());
        if (!endpoint.trust().verify()) {
            LOG.warn("Vault's certificate is not verified (VAULT_SKIP_VERIFY): whoever is in the path can read the"
                    + " service-account token and every secret");
        }
    }

    @Override
    public VaultResponse send(VaultRequest request, Deadline deadline) {
        try {
            inFlight.acquire();
            try {
                return exchange(request, deadline);
            } finally {
                inFlight.release();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw VaultHttpException.noAnswer(
                    FailureKind.CONFIGURATION, request, "interrupted", "Nothing: the renderer was told to stop.");
        } catch (IOException failure) {
            throw ConnectionFailure.explain(endpoint, request, failure);
        }
    }

    private VaultResponse exchange(VaultRequest request, Deadline deadline) throws IOException {
        URI uri = uri(request);
        if (tls == null || !tls.offersOneKey()) {
            return exchange(request, uri, deadline, 0);
        }
        try {
            return exchange(request, uri, deadline, 0);
        } catch (IOException failure) {
            // Servers say in many ways that they want another hello, and some only hang up.
            if (!ConnectionFailure.isBrokenOff(failure) || !tls.offerAllKeys()) {
                throw failure;
            }
            return exchange(request, uri, deadline, 0);
        }
    }

    private VaultResponse exchange(VaultRequest request, URI uri, Deadline deadline, int redirects) throws IOException {
        ClientHttpRequest http = new Connections(request, deadline)
                .createRequest(uri, HttpMethod.valueOf(request.method().name()));
        if (request.body() != null) {
            byte[] body = Json.bytes(request.body());
            // The JDK sends what has no length in chunks, each a record of TLS for itself.
            http.getHeaders().setContentLength(body.length);
            http.getBody().write(body);
        }
        try (ClientHttpResponse response = http.execute()) {
            int status = response.getStatusCode().value();
            if (isRedirect(status)) {
                URI target = redirectTarget(request, uri, response, redirects);
                return exchange(request, target, deadline, redirects + 1);
            }
            return read(request, status, response);
        }
    }

    private static boolean isRedirect(int status) {
        return status == HttpURLConnection.HTTP_MOVED_PERM
                || status == HttpURLConnection.HTTP_MOVED_TEMP
                || status == TEMPORARY_REDIRECT
                || status == PERMANENT_REDIRECT;
    }

    private VaultResponse read(VaultRequest request, int status, ClientHttpResponse response) throws IOException {
        // Closed with the response, which reads what is left: from a closed body, that is an exception at each answer.
        byte[] bytes = response.getBody().readAllBytes();
        VaultResponse answer = new VaultResponse(status, parsed(request, status, bytes));
        if (status < HttpURLConnection.HTTP_BAD_REQUEST) {
            return answer;
        }
        throw VaultHttpException.answered(request, answer, errors(request, answer, bytes), retryAfter(response));
    }

    private Map<String, @Nullable Object> parsed(VaultRequest request, int status, byte[] bytes) {
        try {
            return Json.object(bytes);
        } catch (IOException notJson) {
            if (status >= HttpURLConnection.HTTP_BAD_REQUEST) {
                return Map.of();
            }
            // Cut off, or a proxy's page: both can be gone at the next try.
            throw VaultHttpException.noAnswer(
                    FailureKind.UNAVAILABLE,
                    request,
                    "the answer of " + endpoint.address() + " is not JSON, or was cut off",
                    "Check that VAULT_ADDR is Vault itself and not the page of a proxy before it.");
        }
    }

    /** Vault's error texts, or the beginning of what else came, without what we sent in confidence. */
    private List<String> errors(VaultRequest request, VaultResponse answer, byte[] bytes) {
        List<String> errors = answer.texts("errors");
        if (errors.isEmpty() && answer.body().isEmpty() && bytes.length > 0) {
            String line = new String(bytes, StandardCharsets.UTF_8)
                    .strip()
                    .lines()
                    .findFirst()
                    .orElse("");
            errors = List.of(line.length() > LONGEST_ERROR ? line.substring(0, LONGEST_ERROR) : line);
        }
        List<@Nullable Object> confidential = new ArrayList<>();
        confidential.add(request.token());
        confidential.add(request.body() == null ? null : request.body().get("jwt"));
        confidential.addAll(request.confidential());
        confidential.addAll(endpoint.options().headers().values());
        Redactor redactor = Redactor.of(confidential);
        return errors.stream().map(String::strip).map(redactor::redact).toList();
    }

    private static @Nullable Duration retryAfter(ClientHttpResponse response) {
        String value = response.getHeaders().getFirst("Retry-After");
        // Vault sends seconds; a proxy's date form is left to our own waits.
        return value != null && value.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(value)) : null;
    }

    private URI redirectTarget(VaultRequest request, URI from, ClientHttpResponse response, int redirects) {
        String location = response.getHeaders().getFirst("Location");
        URI target = location == null ? null : from.resolve(location);
        boolean same = target != null
                && String.valueOf(target.getHost()).equalsIgnoreCase(from.getHost())
                && port(target) == port(from)
                && String.valueOf(target.getScheme()).equalsIgnoreCase(from.getScheme());
        boolean followed = endpoint.options().followRedirects();
        if (target != null && same && followed && redirects < MOST_REDIRECTS) {
            return target;
        }
        throw VaultHttpException.noAnswer(
                FailureKind.CONFIGURATION,
                request,
                endpoint.address() + " redirects to "
                        + (target == null ? "nowhere" : target.getScheme() + "://" + target.getAuthority())
                        + ", which is not followed: "
                        + (followed
                                ? "a token goes to Vault's configured address only"
                                : "redirects are disabled (VAULT_DISABLE_REDIRECTS)"),
                "Set VAULT_ADDR to the address of the active Vault node, or let its standbys forward requests.");
    }

    private URI uri(VaultRequest request) {
        StringBuilder uri = new StringBuilder(endpoint.address().toString()).append("/v1/");
        // Segment by segment: nothing in a path may become a query, a fragment or a template variable.
        uri.append(UriUtils.encodePath(request.path(), StandardCharsets.UTF_8));
        char separator = '?';
        for (Map.Entry<String, String> parameter : new TreeMap<>(request.parameters()).entrySet()) {
            uri.append(separator)
                    .append(UriUtils.encode(parameter.getKey(), StandardCharsets.UTF_8))
                    .append('=')
                    .append(UriUtils.encode(parameter.getValue(), StandardCharsets.UTF_8));
            separator = '&';
        }
        return URI.create(uri.toString());
    }

    /**
     * No proxy, where the Java runtime's settings name none now: it would work that out for each request. {@code null} leaves it
     * to them.
     */
    private static @Nullable Proxy directRoute(URI address) {
        ProxySelector selector = ProxySelector.getDefault();
        return selector == null || selector.select(address).equals(List.of(Proxy.NO_PROXY)) ? Proxy.NO_PROXY : null;
    }

    private static boolean isHttps(URI address) {
        return address.getScheme().toLowerCase(Locale.ROOT).equals("https");
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : isHttps(uri) ? 443 : 80;
    }

    /** Connections for one request, which wait no longer than the deadline allows. */
    private final class Connections extends SimpleClientHttpRequestFactory {

        private final VaultRequest request;
        private final Deadline deadline;

        Connections(VaultRequest request, Deadline deadline) {
            this.request = request;
            this.deadline = deadline;
            if (route != null) {
                setProxy(route);
            }
        }

        @Override
        protected void prepareConnection(HttpURLConnection connection, String method) throws IOException {
            super.prepareConnection(connection, method);
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            Authenticator authenticator =
                    endpoint.proxy() == null ? null : endpoint.proxy().authenticator();
            if (authenticator != null) {
                connection.setAuthenticator(authenticator);
            }
            connection.setConnectTimeout(millis(endpoint.limits().connectTimeout()));
            connection.setReadTimeout(millis(endpoint.limits().readTimeout()));
            setHeaders(connection);
            if (connection instanceof HttpsURLConnection https && tls != null) {
                https.setSSLSocketFactory(tls);
                if (!endpoint.trust().verify()) {
                    https.setHostnameVerifier((host, session) -> true);
                }
            }
        }

        /** Here and not in Spring's headers, which would be made and copied for each of a thousand secrets. */
        private void setHeaders(HttpURLConnection connection) {
            connection.setRequestProperty("X-Vault-Request", "true");
            connection.setRequestProperty(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE);
            if (!endpoint.namespace().isEmpty()) {
                connection.setRequestProperty(VaultHttpHeaders.VAULT_NAMESPACE, endpoint.namespace());
            }
            if (request.token() != null) {
                connection.setRequestProperty(
                        VaultHttpHeaders.VAULT_TOKEN, request.token().reveal());
            }
            if (!request.wrapTtl().isEmpty()) {
                connection.setRequestProperty(WRAP_TTL, request.wrapTtl());
            }
            endpoint.options().headers().forEach((name, value) -> connection.setRequestProperty(name, value.reveal()));
            if (request.body() != null) {
                connection.setRequestProperty(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
            }
        }

        /** At least a millisecond: to the JDK, zero means for ever. */
        private int millis(Duration limit) {
            Duration left = deadline.remaining();
            return (int) Math.max(1, Math.min(limit.toMillis(), left.toMillis()));
        }
    }
}
