package io.github.vaultrenderer.http;

import io.github.vaultrenderer.failure.FailureKind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says why no answer came, in words that a user can act on. */
final class ConnectionFailure {

    /** In the JDK's message; it stands for every 4xx, which another try would not change. */
    private static final String REFUSED_BY_PROXY = "Proxy returns \"HTTP/1.1 4";

    private ConnectionFailure() {}

    /** Whether a connection was there, and the other side ended it. */
    static boolean isBrokenOff(IOException failure) {
        boolean connected = !(failure instanceof ConnectException || failure instanceof NoRouteToHostException);
        return failure instanceof SSLException || (failure instanceof SocketException && connected);
    }

    static VaultHttpException explain(VaultEndpoint endpoint, VaultRequest request, IOException failure) {
        ProxyServer proxy = endpoint.proxy();
        String where = endpoint.address()
                + (proxy == null ? "" : " (through the proxy " + proxy.host() + ":" + proxy.port() + ")");
        ServerTrust.Refused refused = find(failure, ServerTrust.Refused.class);
        if (refused != null) {
            return VaultHttpException.noAnswer(
                    FailureKind.TRUST,
                    request,
                    where + " is not trusted: " + refused.getMessage(),
                    "Give the certificate authority that issued Vault's certificate (VAULT_CACERT), the name that the"
                            + " certificate carries (VAULT_TLS_SERVER_NAME), or the right VAULT_ADDR.");
        }
        if (failure instanceof SSLException) {
            return tls(request, where, failure);
        }
        if (String.valueOf(failure.getMessage()).contains(REFUSED_BY_PROXY)) {
            return VaultHttpException.noAnswer(
                    FailureKind.CONFIGURATION,
                    request,
                    where + " is kept from us by the proxy: " + failure.getMessage(),
                    "Write the proxy's user and password into its variable (http://user:password@host:port), have the"
                            + " proxy let us through, or name Vault's host in NO_PROXY.");
        }
        return unavailable(endpoint, request, where, failure);
    }

    private static VaultHttpException tls(VaultRequest request, String where, IOException failure) {
        String text = String.valueOf(failure.getMessage());
        if (text.toLowerCase(Locale.ROOT).contains("unsupported or unrecognized ssl message")) {
            return VaultHttpException.noAnswer(
                    FailureKind.CONFIGURATION,
                    request,
                    where + " does not speak TLS",
                    "Write http:// in VAULT_ADDR if Vault has TLS disabled there, or correct the port.");
        }
        if (refusedUs(text)) {
            return VaultHttpException.noAnswer(
                    FailureKind.IDENTITY,
                    request,
                    where + " did not accept our certificate, or wants one: " + text,
                    "Show it a client certificate that it trusts (VAULT_CLIENT_CERT and VAULT_CLIENT_KEY).");
        }
        if (hasNothingInCommon(text)) {
            return VaultHttpException.noAnswer(
                    FailureKind.CONFIGURATION,
                    request,
                    where + " and we have no TLS version or cipher suite in common: " + text,
                    "Have Vault's listener, or what ends TLS before it, offer TLS 1.2 or 1.3 with a cipher suite for its"
                            + " certificate's kind of key (tls_min_version, tls_max_version, tls_cipher_suites).");
        }
        if (text.contains("fatal alert: unrecognized_name")) {
            return VaultHttpException.noAnswer(
                    FailureKind.CONFIGURATION,
                    request,
                    where + " has no server of the name that we asked for: " + text,
                    "Correct the host in VAULT_ADDR, or give the name that what ends TLS before Vault knows it by"
                            + " (VAULT_TLS_SERVER_NAME).");
        }
        // A server that is starting or stopping cuts handshakes off.
        return VaultHttpException.noAnswer(
                FailureKind.UNAVAILABLE,
                request,
                where + ": TLS failed: " + text,
                "Check Vault's TLS listener, and that nothing between us and Vault ends TLS.");
    }

    /** The alerts with which a server refuses a client; no time heals them. */
    private static boolean refusedUs(String text) {
        return text.contains("fatal alert: certificate_")
                || text.contains("fatal alert: bad_certificate")
                || text.contains("fatal alert: unknown_ca");
    }

    /** Alerts, and the JDK's own words for a version that it does not take; no time heals them either. */
    private static boolean hasNothingInCommon(String text) {
        return text.contains("fatal alert: handshake_failure")
                || text.contains("fatal alert: protocol_version")
                || text.contains("fatal alert: insufficient_security")
                || text.contains("selected protocol version");
    }

    private static VaultHttpException unavailable(
            VaultEndpoint endpoint, VaultRequest request, String where, IOException failure) {
        if (failure instanceof UnknownHostException) {
            return unavailable(
                    request,
                    where + " cannot be reached: its host name does not resolve",
                    "Correct VAULT_ADDR or the cluster's DNS.");
        }
        if (failure instanceof SocketTimeoutException) {
            return unavailable(
                    request,
                    where + " did not answer in time: " + failure.getMessage(),
                    "Check network policies between this pod and Vault, and Vault's load.");
        }
        if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return unavailable(
                    request,
                    where + " cannot be reached: " + failure.getMessage(),
                    "Start Vault, or correct the address in VAULT_ADDR.");
        }
        return unavailable(
                request,
                where + ": the connection broke: " + failure.getMessage(),
                endpoint.proxy() == null
                        ? "Look at Vault's own log."
                        : "Check that the proxy lets us through to Vault, or name Vault's host in NO_PROXY.");
    }

    private static VaultHttpException unavailable(VaultRequest request, String message, String action) {
        return VaultHttpException.noAnswer(FailureKind.UNAVAILABLE, request, message, action);
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
