package io.github.vaultrenderer.app.settings.consultemplate;

import org.jspecify.annotations.Nullable;

/**
 * A flag that makes one setting.
 *
 * @param path the setting
 * @param kind what it takes
 * @see <a href="https://github.com/hashicorp/consul-template/blob/v0.41.1/cli.go">consul-template, ParseFlags</a>
 */
record Flag(String path, Kind kind) {

    /** The flag of this name; {@code null} when there is none. */
    static @Nullable Flag named(String name) {
        if (name.startsWith("vault-")) {
            return vault(name.substring("vault-".length()));
        }
        if (name.startsWith("consul-")) {
            return consul(name.substring("consul-".length()));
        }
        if (name.startsWith("exec")) {
            return exec(name);
        }
        return switch (name) {
            case "config", "template", "wait" -> new Flag(name, Kind.TEXT);
            case "dry", "v", "version", "once", "syslog", "dedup" -> new Flag(truths(name), Kind.TRUTH);
            case "parse-only" -> new Flag("parseonly", Kind.TRUTH);
            case "template-error-fatal" -> new Flag("template_error_fatal", Kind.TRUTH);
            case "default-left-delimiter" -> new Flag("default_delimiters.left", Kind.TEXT);
            case "default-right-delimiter" -> new Flag("default_delimiters.right", Kind.TEXT);
            case "kill-signal" -> new Flag("kill_signal", Kind.SIGNAL);
            case "reload-signal" -> new Flag("reload_signal", Kind.SIGNAL);
            case "log-level" -> new Flag("log_level", Kind.TEXT);
            case "log-file" -> new Flag("log_file.path", Kind.TEXT);
            case "log-rotate-bytes" -> new Flag("log_file.log_rotate_bytes", Kind.WHOLE);
            case "log-rotate-duration" -> new Flag("log_file.log_rotate_duration", Kind.DURATION);
            case "log-rotate-max-files" -> new Flag("log_file.log_rotate_max_files", Kind.WHOLE);
            case "max-stale" -> new Flag("max_stale", Kind.DURATION);
            case "pid-file" -> new Flag("pid_file", Kind.TEXT);
            case "retry" -> new Flag("consul.retry.backoff", Kind.DURATION);
            case "syslog-facility" -> new Flag("syslog.facility", Kind.TEXT);
            case "syslog-name" -> new Flag("syslog.name", Kind.TEXT);
            default -> null;
        };
    }

    private static String truths(String name) {
        return switch (name) {
            case "syslog" -> "syslog.enabled";
            case "dedup" -> "deduplicate.enabled";
            case "v" -> "version";
            default -> name;
        };
    }

    private static @Nullable Flag exec(String name) {
        return switch (name) {
            case "exec" -> new Flag("exec", Kind.TEXT);
            case "exec-kill-signal" -> new Flag("exec.kill_signal", Kind.SIGNAL);
            case "exec-kill-timeout" -> new Flag("exec.kill_timeout", Kind.DURATION);
            case "exec-reload-signal" -> new Flag("exec.reload_signal", Kind.SIGNAL);
            case "exec-splay" -> new Flag("exec.splay", Kind.DURATION);
            case "exec-env-pristine" -> new Flag("exec.env.pristine", Kind.TRUTH);
            case "exec-env-custom" -> new Flag("exec.env.custom", Kind.WORDS);
            case "exec-env-allowlist" -> new Flag("exec.env.allowlist", Kind.WORDS);
            case "exec-env-denylist" -> new Flag("exec.env.denylist", Kind.WORDS);
            default -> null;
        };
    }

    private static @Nullable Flag vault(String rest) {
        return switch (rest) {
            case "addr" -> new Flag("vault.address", Kind.TEXT);
            case "token" -> new Flag("vault.token", Kind.SECRET);
            case "agent-token-file" -> new Flag("vault.vault_agent_token_file", Kind.TEXT);
            case "unwrap-token" -> new Flag("vault.unwrap_token", Kind.TRUTH);
            case "renew-token" -> new Flag("vault.renew_token", Kind.TRUTH);
            case "client-user-agent" -> new Flag("vault.client_user_agent", Kind.TEXT);
            case "default-lease-duration" -> new Flag("vault.default_lease_duration", Kind.DURATION);
            case "transport-max-conns-per-host" -> new Flag("vault.transport.max_conns_per_host", Kind.WHOLE);
            default -> connection("vault.", rest);
        };
    }

    private static @Nullable Flag consul(String rest) {
        return switch (rest) {
            case "addr" -> new Flag("consul.address", Kind.TEXT);
            case "auth" -> new Flag("consul.auth", Kind.SECRET);
            case "token" -> new Flag("consul.token", Kind.SECRET);
            case "token-file" -> new Flag("consul.token_file", Kind.TEXT);
            default -> connection("consul.", rest);
        };
    }

    private static @Nullable Flag connection(String server, String rest) {
        return switch (rest) {
            case "retry" -> new Flag(server + "retry.enabled", Kind.TRUTH);
            case "retry-attempts" -> new Flag(server + "retry.attempts", Kind.WHOLE);
            case "retry-backoff" -> new Flag(server + "retry.backoff", Kind.DURATION);
            case "retry-max-backoff" -> new Flag(server + "retry.max_backoff", Kind.DURATION);
            case "ssl" -> new Flag(server + "ssl.enabled", Kind.TRUTH);
            case "ssl-verify" -> new Flag(server + "ssl.verify", Kind.TRUTH);
            case "ssl-ca-cert" -> new Flag(server + "ssl.ca_cert", Kind.TEXT);
            case "ssl-ca-path" -> new Flag(server + "ssl.ca_path", Kind.TEXT);
            case "ssl-cert" -> new Flag(server + "ssl.cert", Kind.TEXT);
            case "ssl-key" -> new Flag(server + "ssl.key", Kind.TEXT);
            case "ssl-server-name" -> new Flag(server + "ssl.server_name", Kind.TEXT);
            case "transport-dial-keep-alive" -> new Flag(server + "transport.dial_keep_alive", Kind.DURATION);
            case "transport-dial-timeout" -> new Flag(server + "transport.dial_timeout", Kind.DURATION);
            case "transport-disable-keep-alives" -> new Flag(server + "transport.disable_keep_alives", Kind.TRUTH);
            case "transport-max-idle-conns-per-host" ->
                new Flag(server + "transport.max_idle_conns_per_host", Kind.WHOLE);
            case "transport-tls-handshake-timeout" ->
                new Flag(server + "transport.tls_handshake_timeout", Kind.DURATION);
            default -> null;
        };
    }
}
