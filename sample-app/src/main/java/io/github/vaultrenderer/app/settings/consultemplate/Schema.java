package io.github.vaultrenderer.app.settings.consultemplate;

/**
 * Every setting that consul-template's files may make.
 *
 * @see <a href="https://github.com/hashicorp/consul-template/tree/v0.41.1/config">consul-template, the mapstructure tags of
 *     package config</a>
 */
final class Schema {

    private static final Block WAIT = Block.with()
            // Its field is tagged with its type, "bool", for its name.
            .all(Kind.TRUTH, "bool")
            .all(Kind.DURATION, "min", "max")
            .build();

    private static final Block RETRY = Block.with()
            .all(Kind.TRUTH, "enabled")
            .all(Kind.WHOLE, "attempts")
            .all(Kind.DURATION, "backoff", "max_backoff")
            .build();

    private static final Block SSL = Block.with()
            .all(Kind.TRUTH, "enabled", "verify")
            .all(Kind.TEXT, "cert", "key", "ca_cert", "ca_cert_bytes", "ca_path", "server_name")
            .build();

    private static final Block TRANSPORT = Block.with()
            .all(Kind.DURATION, "dial_keep_alive", "dial_timeout", "idle_conn_timeout", "tls_handshake_timeout")
            .all(Kind.TRUTH, "disable_keep_alives")
            .all(Kind.WHOLE, "max_idle_conns", "max_idle_conns_per_host", "max_conns_per_host")
            .build();

    private static final Block EXEC = Block.with()
            .all(Kind.WORDS, "command")
            .all(Kind.TRUTH, "enabled")
            .block(
                    "env",
                    Block.with()
                            .all(Kind.TRUTH, "pristine")
                            .all(Kind.WORDS, "custom", "allowlist", "denylist", "whitelist", "blacklist")
                            .build())
            .all(Kind.SIGNAL, "kill_signal", "reload_signal")
            .all(Kind.DURATION, "kill_timeout", "splay", "timeout")
            .build();

    private static final Block TEMPLATE = Block.with()
            .all(
                    Kind.TEXT,
                    "source",
                    "contents",
                    "destination",
                    "user",
                    "group",
                    "left_delimiter",
                    "right_delimiter",
                    "sandbox_path")
            .all(Kind.TRUTH, "backup", "create_dest_dirs", "error_on_missing_key", "error_fatal")
            .all(Kind.WORDS, "command", "function_denylist", "function_blacklist")
            .all(Kind.DURATION, "command_timeout")
            .all(Kind.MODE, "perms")
            .all(Kind.WHOLE, "uid", "gid")
            .block("exec", EXEC)
            .block("wait", Kind.WAIT, WAIT)
            .build();

    private static final Block VAULT = Block.with()
            .all(
                    Kind.TEXT,
                    "address",
                    "namespace",
                    "vault_agent_token_file",
                    "client_user_agent",
                    "k8s_auth_role_name",
                    "k8s_service_account_token_path",
                    "k8s_service_mount_path")
            .all(Kind.SECRET, "token", "k8s_service_account_token")
            .all(Kind.TRUTH, "enabled", "renew_token", "unwrap_token")
            .all(Kind.DURATION, "default_lease_duration")
            .all(Kind.REAL, "lease_renewal_threshold")
            .block("retry", RETRY)
            .block("ssl", SSL)
            .block("transport", TRANSPORT)
            .build();

    private static final Block CONSUL = Block.with()
            .all(Kind.TEXT, "address", "namespace", "token_file")
            .all(Kind.SECRET, "token")
            .block(
                    "auth",
                    Block.with()
                            .all(Kind.TRUTH, "enabled")
                            .all(Kind.SECRET, "username", "password")
                            .build())
            .block("retry", RETRY)
            .block("ssl", SSL)
            .block("transport", TRANSPORT)
            .build();

    private static final Block NOMAD = Block.with()
            .all(Kind.TEXT, "address", "namespace")
            .all(Kind.SECRET, "token", "auth_username", "auth_password")
            .all(Kind.TRUTH, "enabled")
            .block("ssl", SSL)
            .block("transport", TRANSPORT)
            .folded("retry", RETRY)
            .build();

    /** A whole file. */
    static final Block FILE = Block.with()
            .block("vault", VAULT)
            .block("template", Kind.TEMPLATES, TEMPLATE)
            .block("exec", EXEC)
            .block("wait", Kind.WAIT, WAIT)
            .block(
                    "default_delimiters",
                    Block.with().all(Kind.TEXT, "left", "right").build())
            .block(
                    "log_file",
                    Block.with()
                            .all(Kind.TEXT, "path")
                            .all(Kind.WHOLE, "log_rotate_bytes", "log_rotate_max_files")
                            .all(Kind.DURATION, "log_rotate_duration")
                            .build())
            .block(
                    "syslog",
                    Block.with()
                            .all(Kind.TRUTH, "enabled")
                            .all(Kind.TEXT, "facility", "name")
                            .build())
            .block("consul", Kind.CONSUL, CONSUL)
            .block("nomad", NOMAD)
            .block(
                    "deduplicate",
                    Block.with()
                            .all(Kind.TRUTH, "enabled")
                            .all(Kind.DURATION, "max_stale", "ttl", "block_query_wait")
                            .all(Kind.TEXT, "prefix")
                            .build())
            .all(Kind.TEXT, "log_level", "pid_file")
            .all(Kind.SIGNAL, "kill_signal", "reload_signal")
            .all(Kind.DURATION, "max_stale", "block_query_wait")
            .all(Kind.TRUTH, "template_error_fatal", "err_on_failed_lookup", "once", "parseonly")
            .build();

    private Schema() {}
}
