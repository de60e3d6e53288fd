package io.github.vaultrenderer.app.settings.consultemplate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Makes configuration files up: most settings are right, some have a wrong value, a wrong name or a wrong place. */
final class ConfigGenerator {

    private static final Map<String, List<String>> BLOCKS = Map.of(
            "vault",
            List.of(
                    "address TEXT",
                    "namespace TEXT",
                    "enabled TRUTH",
                    "renew_token TRUTH",
                    "client_user_agent TEXT",
                    "default_lease_duration DURATION",
                    "lease_renewal_threshold NUMBER",
                    "k8s_auth_role_name TEXT",
                    "k8s_service_mount_path TEXT",
                    "retry BLOCK",
                    "ssl BLOCK",
                    "transport BLOCK"),
            "retry",
            List.of("enabled TRUTH", "attempts NUMBER", "backoff DURATION", "max_backoff DURATION"),
            "ssl",
            List.of(
                    "enabled TRUTH",
                    "verify TRUTH",
                    "cert TEXT",
                    "key TEXT",
                    "ca_cert TEXT",
                    "ca_path TEXT",
                    "server_name TEXT"),
            "transport",
            List.of(
                    "dial_keep_alive DURATION",
                    "dial_timeout DURATION",
                    "disable_keep_alives TRUTH",
                    "idle_conn_timeout DURATION",
                    "max_idle_conns NUMBER",
                    "max_conns_per_host NUMBER",
                    "tls_handshake_timeout DURATION"),
            "template",
            List.of(
                    "destination TEXT",
                    "create_dest_dirs TRUTH",
                    "command WORDS",
                    "command_timeout DURATION",
                    "error_on_missing_key TRUTH",
                    "error_fatal TRUTH",
                    "perms MODE",
                    "uid NUMBER",
                    "gid NUMBER",
                    "backup TRUTH",
                    "function_denylist WORDS",
                    "function_blacklist WORDS",
                    "sandbox_path TEXT",
                    "exec BLOCK",
                    "wait WAIT"),
            "exec",
            List.of(
                    "command WORDS",
                    "enabled TRUTH",
                    "env BLOCK",
                    "kill_signal SIGNAL",
                    "kill_timeout DURATION",
                    "reload_signal SIGNAL",
                    "splay DURATION",
                    "timeout DURATION"),
            "env",
            List.of(
                    "pristine TRUTH",
                    "custom WORDS",
                    "allowlist WORDS",
                    "denylist WORDS",
                    "whitelist WORDS",
                    "blacklist WORDS"),
            "wait",
            List.of("bool TRUTH", "min DURATION", "max DURATION"),
            "consul",
            List.of("address TEXT", "token_file TEXT", "retry BLOCK", "transport BLOCK"),
            "",
            List.of(
                    "vault BLOCK",
                    "vault BLOCK",
                    "template BLOCK",
                    "template BLOCK",
                    "exec BLOCK",
                    "wait WAIT",
                    "consul BLOCK",
                    "kill_signal SIGNAL",
                    "reload_signal SIGNAL",
                    "max_stale DURATION",
                    "block_query_wait DURATION",
                    "template_error_fatal TRUTH",
                    "err_on_failed_lookup TRUTH",
                    "once TRUTH"));

    private static final Map<String, List<String>> VALUES = Map.of(
            "TEXT",
                    List.of(
                            "\"\"",
                            "\"x\"",
                            "\"a b\"",
                            "\"${x}\"",
                            "\"\\u00e9\\n\"",
                            "<<E\nx\nE\n",
                            "<<-E\n  x\n  E\n"),
            "TRUTH", List.of("true", "false"),
            "NUMBER", List.of("0", "1", "7", "017", "0x1F", "-1", "1.5", ".5", "2e1"),
            "DURATION", List.of("\"1s\"", "\"1m30s\"", "\"250ms\"", "\"0\"", "\"1.5h\"", "\"-1s\"", "0", "5", "1.5"),
            "SIGNAL", List.of("\"SIGTERM\"", "\"sighup\"", "\"SIGUSR1\"", "\"\"", "\"SIGIOT\""),
            "MODE", List.of("0600", "\"0644\"", "\"600\"", "384", "0", "0x1ff", "640"),
            "WORDS", List.of("\"a\"", "\"a,b\"", "\"\"", "[]", "[\"a\"]", "[\"a\", \"b c\"]", "[\"a\", \"a\",]"),
            "WAIT",
                    List.of(
                            "\"1s\"",
                            "\"1s:5s\"",
                            "\" 2s : 3s \"",
                            "{ min = \"1s\" }",
                            "{ min = \"2s\" max = \"3s\" }",
                            "{}"),
            "WRONG",
                    List.of(
                            "5",
                            "\"5\"",
                            "\"x\"",
                            "true",
                            "[1]",
                            "[\"x\", 1]",
                            "{}",
                            "{ x = 1 }",
                            "\"5s:1s\"",
                            "-1",
                            "[]",
                            "x",
                            "[{}]"));

    private final Random random;

    ConfigGenerator(long seed) {
        this.random = new Random(seed);
    }

    String file() {
        return body("", 1 + random.nextInt(4));
    }

    private String body(String block, int settings) {
        StringBuilder body = new StringBuilder();
        if (block.equals("template")) {
            body.append("contents = \"x\"\n");
        }
        for (int i = 0; i < settings; i++) {
            body.append(setting(one(BLOCKS.getOrDefault(block, List.of()))))
                    .append(one(List.of("\n", "\n", " ", ", ", " # c\n")));
        }
        return body.toString();
    }

    private String setting(String nameAndKind) {
        String name = nameAndKind.substring(0, nameAndKind.indexOf(' '));
        String kind = nameAndKind.substring(nameAndKind.indexOf(' ') + 1);
        if (happens(60)) {
            return misspelt(name) + " = " + one(VALUES.getOrDefault("WRONG", List.of()));
        }
        if (happens(25)) {
            return name + " = " + one(VALUES.getOrDefault("WRONG", List.of()));
        }
        if (!kind.equals("BLOCK")) {
            return (happens(60) ? "\"" + name + "\"" : name) + " = " + one(VALUES.getOrDefault(kind, List.of()));
        }
        String body = "{\n" + body(name, random.nextInt(4)) + "}";
        return name + (happens(12) ? " = " : happens(60) ? " \"retry\" " : " ") + body;
    }

    private String misspelt(String name) {
        return one(List.of(name.substring(1), name + "x", name.toUpperCase(Locale.ROOT), name.replace('_', '-')));
    }

    /** Once in so many times. */
    private boolean happens(int times) {
        return random.nextInt(times) == 0;
    }

    private String one(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
