package io.github.vaultrenderer.app.settings.consultemplate;

import io.github.vaultrenderer.failure.ConfigurationException;
import io.github.vaultrenderer.http.RequestOptions;
import io.github.vaultrenderer.http.VaultClientRetries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the variables of Vault's client library; unlike consul-template's own, a wrong one is an error. */
final class VaultClientDefaults {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Variables variables;

    VaultClientDefaults(Variables variables) {
        this.variables = variables;
    }

    VaultClientConfig client() {
        // consul-template itself reads this one too, and there a wrong one counts for nothing.
        read("VAULT_SKIP_VERIFY", Kind.TRUTH);
        read("VAULT_SRV_LOOKUP", Kind.TRUTH);
        Object timeout = read("VAULT_CLIENT_TIMEOUT", Kind.DURATION);
        Object retries = read("VAULT_MAX_RETRIES", Kind.WHOLE);
        Object rate = read("VAULT_RATE_LIMIT", Kind.REAL);
        return new VaultClientConfig(
                raw("VAULT_AGENT_ADDR"),
                timeout instanceof Duration duration && !duration.isZero() ? duration : TIMEOUT,
                retries instanceof Integer count ? count : VaultClientRetries.DEFAULT_REPETITIONS,
                rate instanceof Double number ? number : 0,
                rate instanceof Double number ? burst(raw("VAULT_RATE_LIMIT"), number) : 0,
                raw("VAULT_WRAP_TTL"),
                options());
    }

    private RequestOptions options() {
        Object disabled = read("VAULT_DISABLE_REDIRECTS", Kind.TRUTH);
        String headers = raw("VAULT_HEADERS");
        return headers.isEmpty() && disabled == null
                ? RequestOptions.DEFAULT
                : new RequestOptions(
                        headers.isEmpty() ? Map.of() : HeadersVariable.parse(headers), !Boolean.TRUE.equals(disabled));
    }

    /**
     * Says which variables are set that one may expect something of in vain.
     *
     * @param address Vault's
     */
    List<String> remarks(String address) {
        List<String> remarks = new ArrayList<>();
        String agent = raw("VAULT_AGENT_ADDR");
        if (Boolean.TRUE.equals(read("VAULT_SRV_LOOKUP", Kind.TRUTH)) && !hasPort(agent.isEmpty() ? address : agent)) {
            remarks.add(
                    "VAULT_SRV_LOOKUP has no effect here: no port is looked up; write Vault's port into its address");
        }
        for (String name : List.of("VAULT_PROXY_ADDR", "VAULT_HTTP_PROXY")) {
            if (!raw(name).isEmpty()) {
                remarks.add(name + " has no effect, as in consul-template; HTTPS_PROXY and HTTP_PROXY have");
            }
        }
        return remarks;
    }

    private static boolean hasPort(String address) {
        return address.lastIndexOf(':') > Math.max(address.indexOf("//"), address.lastIndexOf(']'));
    }

    private String raw(String name) {
        return variables.environment().getOrDefault(name, "");
    }

    /** What a variable says; {@code null} when it is not set. */
    private @Nullable Object read(String name, Kind kind) {
        String text = raw(name);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return value(text, kind);
        } catch (MalformedValueException wrong) {
            throw new ConfigurationException(
                    name + " is \"" + text + "\", and should be " + wrong.getMessage(),
                    "Correct the variable, or leave it unset.");
        }
    }

    private static Object value(String text, Kind kind) throws MalformedValueException {
        return switch (kind) {
            case WHOLE -> count(text);
            case REAL -> rate(text);
            case DURATION -> timeout(text);
            default -> GoText.truth(text);
        };
    }

    private static int count(String text) throws MalformedValueException {
        long count = text.startsWith("+") || text.startsWith("-") ? -1 : GoText.whole(text);
        if (count < 0) {
            throw new MalformedValueException("a whole number");
        }
        return (int) count;
    }

    /** Without a unit, seconds. */
    private static Duration timeout(String text) throws MalformedValueException {
        int digits = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        boolean days = text.endsWith("d");
        String number = days ? text.substring(0, text.length() - 1) : text;
        for (int i = digits; i < number.length(); i++) {
            if (number.charAt(i) < '0' || number.charAt(i) > '9') {
                return GoDuration.parse(text);
            }
        }
        long count = GoText.whole(number);
        return days ? Duration.ofDays(count) : Duration.ofSeconds(count);
    }

    /** Checked with the rate. */
    private static int burst(String text, double rate) {
        int colon = text.indexOf(':');
        return colon < 0 ? (int) rate : Integer.parseInt(text, colon + 1, text.length(), 10);
    }

    private static double rate(String text) throws MalformedValueException {
        int colon = text.indexOf(':');
        try {
            if (colon >= 0) {
                GoText.whole(text.substring(colon + 1));
            }
            double rate = Double.parseDouble(colon < 0 ? text : text.substring(0, colon));
            if (rate >= 0 && !Double.isInfinite(rate)) {
                return rate;
            }
        } catch (NumberFormatException wrong) {
            // Told below.
        }
        throw new MalformedValueException("requests in a second, as 10 or 10:20");
    }
}
