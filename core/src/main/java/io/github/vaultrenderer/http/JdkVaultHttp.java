package io.github.vaultrenderer.http;

import io.github.vaultrenderer.failure.FailureKind;
import io.github.vaultrenderer.redact.Redactor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URL;
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
import org.springframework.http.MediaType;
import org.springframework.vault.client.VaultHttpHeaders;
import org.springframework.web.util.UriUtils;

/**
 * Vault over the JDK's {@code HttpURLConnection}, with Spring Vault's headers: the client that starts quickest, keeps
 * connections alive, and leaves no thread behind to wait for at exit.
 *
 * <p>It follows redirects within Vault's own address only: the service-account token must not be sent elsewhere.
 */
public final class JdkVaultHttp implements VaultHttp {

    private static final Log LOG = LogFactory.getLog(JdkVaultHttp.class);
    private static final int MOST_REDIRECTS = 3;
    private static final int LONGEST_ERROR = 200;
    private static final String WRAP_TTL = "X-Vault-Wrap-TTL";
    private static final int TEMPORARY_REDIRECT = 307;
    private static final int PERMANENT_REDIRECT = 308;

    private final VaultEndpoint endpoint;
    private final URL base;
    private final @Nullable Proxy route;
    private final @Nullable TlsSockets tls;
    private final Semaphore inFlight;

    /**
     * @param endpoint where Vault is
     * @throws io.github.vaultrenderer.failure.ConfigurationException when its certificate authorities cannot be read
     */
    public JdkVaultHttp(VaultEndpoint endpoint) {
        this.endpoint = endpoint;
        this.base = url(endpoint.address());
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
        URL url = url(request);
        if (tls == null || !tls.offersOneKey()) {
            return exchange(request, url, deadline, 0);
        }
        try {
            return exchange(request, url, deadline, 0);
        } catch (IOException failure) {
            // Servers say in many ways that they want another hello, and some only hang up.
            if (!ConnectionFailure.isBrokenOff(failure) || !tls.offerAllKeys()) {
                throw failure;
            }
            return exchange(request, url, deadline, 0);
        }
    }

    private VaultResponse exchange(VaultRequest request, URL url, Deadline deadline, int redirects) throws IOException {
        HttpURLConnection connection = connection(request, url, deadline);
        if (request.body() != null) {
            byte[] body = Json.bytes(request.body());
            connection.setDoOutput(true);
            // The JDK sends what has no length in chunks, each a record of TLS for itself.
            connection.setFixedLengthStreamingMode(body.length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
        }
        int status = connection.getResponseCode();
        byte[] bytes = body(connection, status);
        if (isRedirect(status)) {
            return exchange(request, redirectTarget(request, url, connection, redirects), deadline, redirects + 1);
        }
        VaultResponse answer = new VaultResponse(status, parsed(request, status, bytes));
        if (status < HttpURLConnection.HTTP_BAD_REQUEST) {
            return answer;
        }
        throw VaultHttpException.answered(request, answer, errors(request, answer, bytes), retryAfter(connection));
    }

    /** To its end, so that the connection can be kept. */
    private static byte[] body(HttpURLConnection connection, int status) throws IOException {
        InputStream body =
                status < HttpURLConnection.HTTP_BAD_REQUEST ? connection.getInputStream() : connection.getErrorStream();
        if (body == null) {
            return new byte[0];
        }
        try (body) {
            return body.readAllBytes();
        }
    }

    private static boolean isRedirect(int status) {
        return status == HttpURLConnection.HTTP_MOVED_PERM
                || status == HttpURLConnection.HTTP_MOVED_TEMP
                || status == TEMPORARY_REDIRECT
                || status == PERMANENT_REDIRECT;
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

    private static @Nullable Duration retryAfter(HttpURLConnection answered) {
        String value = answered.getHeaderField("Retry-After");
        // Vault sends seconds; a proxy's date form is left to our own waits.
        return value != null && value.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(value)) : null;
    }

    private URL redirectTarget(VaultRequest request, URL asked, HttpURLConnection answered, int redirects)
            throws IOException {
        URI from = URI.create(asked.toString());
        String location = answered.getHeaderField("Location");
        URI target = location == null ? null : from.resolve(location);
        boolean same = target != null
                && String.valueOf(target.getHost()).equalsIgnoreCase(from.getHost())
                && port(target) == port(from)
                && String.valueOf(target.getScheme()).equalsIgnoreCase(from.getScheme());
        boolean followed = endpoint.options().followRedirects();
        if (target != null && same && followed && redirects < MOST_REDIRECTS) {
            return target.toURL();
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

    private URL url(VaultRequest request) throws IOException {
        StringBuilder uri = new StringBuilder(endpoint.address().getRawPath()).append("/v1/");
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
        return new URL(base, uri.toString());
    }

    /**
     * No proxy, where the Java runtime's settings name none now: it would work that out for each request. {@code null} leaves it
     * to them.
     */
    private static @Nullable Proxy directRoute(URI address) {
        ProxySelector selector = ProxySelector.getDefault();
        return selector == null || selector.select(address).equals(List.of(Proxy.NO_PROXY)) ? Proxy.NO_PROXY : null;
    }

    private static URL url(URI address) {
        try {
            return address.toURL();
        } catch (MalformedURLException noUrl) {
            throw new IllegalArgumentException(
                    "Vault's address is an http or https URL, and was checked to be one", noUrl);
        }
    }

    private static boolean isHttps(URI address) {
        return address.getScheme().toLowerCase(Locale.ROOT).equals("https");
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : isHttps(uri) ? 443 : 80;
    }

    /** A connection that waits no longer than the deadline allows. */
    private HttpURLConnection connection(VaultRequest request, URL url, Deadline deadline) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) (route == null ? url.openConnection() : url.openConnection(route));
        connection.setRequestMethod(request.method().name());
        long left = deadline.remaining().toMillis();
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        Authenticator authenticator =
                endpoint.proxy() == null ? null : endpoint.proxy().authenticator();
        if (authenticator != null) {
            connection.setAuthenticator(authenticator);
        }
        connection.setConnectTimeout(millis(endpoint.limits().connectTimeout(), left));
        connection.setReadTimeout(millis(endpoint.limits().readTimeout(), left));
        setHeaders(connection, request);
        if (connection instanceof HttpsURLConnection https && tls != null) {
            https.setSSLSocketFactory(tls);
            if (!endpoint.trust().verify()) {
                https.setHostnameVerifier((host, session) -> true);
            }
        }
        return connection;
    }

    private void setHeaders(HttpURLConnection connection, VaultRequest request) {
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
    private static int millis(Duration limit, long left) {
        return (int) Math.max(1, Math.min(limit.toMillis(), left));
    }
}
