package io.github.vaultrenderer.app.settings.consultemplate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A finished configuration as texts, by the names that consul-template's own has: its durations are in nanoseconds, its
 * signals are numbers.
 */
final class FinalValues {

    private final Map<String, String> values = new TreeMap<>();

    private FinalValues() {}

    /** What consul-template logs, without what means something to Consul and Nomad only. */
    static Map<String, String> of(JsonNode config) {
        FinalValues all = new FinalValues();
        for (String name : List.of(
                "KillSignal",
                "LogLevel",
                "MaxStale",
                "PidFile",
                "ReloadSignal",
                "BlockQueryWaitTime",
                "ErrOnFailedLookup",
                "Once",
                "ParseOnly",
                "DefaultDelims",
                "Exec",
                "FileLog",
                "Syslog",
                "Vault",
                "Wait")) {
            all.add(name, config.path(name));
        }
        int index = 0;
        for (JsonNode template : config.path("Templates")) {
            all.add("Templates." + index++, template);
        }
        all.values.put("Templates", String.valueOf(index));
        // Two that only Windows and Vault Agent have, two that are lost on the way, two that others repeat.
        all.values
                .keySet()
                .removeIf(path -> path.endsWith(".CustomDialer")
                        || path.endsWith(".MapToEnvironmentVariable")
                        || path.endsWith(".ClientUserAgent")
                        || path.endsWith(".Uid")
                        || path.endsWith(".Gid")
                        || path.matches("Templates\\.[0-9]+\\.Command(Timeout)?"));
        // Without a meaning then.
        if ("true".equals(all.values.get("ParseOnly"))) {
            all.values.remove("Once");
        }
        all.values.computeIfPresent("LogLevel", (path, level) -> level.toUpperCase(Locale.ROOT));
        return all.values;
    }

    private void add(String path, JsonNode node) {
        if (node.isObject()) {
            node.propertyStream().forEach(member -> add(path + "." + member.getKey(), member.getValue()));
        } else if (node.isArray()) {
            values.put(path, node.valueStream().map(JsonNode::asString).toList().toString());
        } else if (node.isNull()) {
            values.put(path, path.startsWith("Wait.") ? "0.0" : "");
        } else {
            values.put(path, node.isNumber() ? String.valueOf(node.asDouble()) : node.asString());
        }
    }

    /** Ours. */
    static Map<String, String> of(ConsulTemplateConfig config) {
        FinalValues all = new FinalValues();
        all.put("KillSignal", config.killSignal());
        all.put("LogLevel", config.logLevel());
        all.put("MaxStale", config.maxStale());
        all.put("PidFile", config.pidFile());
        all.put("ReloadSignal", config.reloadSignal());
        all.put("BlockQueryWaitTime", config.blockQueryWait());
        all.put("ErrOnFailedLookup", config.failOnMissing());
        all.put("ParseOnly", config.mode() == ConsulTemplateConfig.Mode.PARSE_ONLY);
        if (config.mode() != ConsulTemplateConfig.Mode.PARSE_ONLY) {
            all.put("Once", config.mode() == ConsulTemplateConfig.Mode.ONCE);
        }
        all.put("DefaultDelims.Left", config.delimiters().left());
        all.put("DefaultDelims.Right", config.delimiters().right());
        all.exec("Exec", config.exec());
        all.logs(config);
        all.vault(config.vault());
        all.quiescence("Wait", config.quiescence());
        all.put("Templates", String.valueOf(config.templates().size()));
        for (int i = 0; i < config.templates().size(); i++) {
            all.template("Templates." + i + ".", config.templates().get(i));
        }
        return all.values;
    }

    private void logs(ConsulTemplateConfig config) {
        put("FileLog.LogFilePath", config.logFile().path());
        put("FileLog.LogRotateBytes", config.logFile().rotateBytes());
        put("FileLog.LogRotateDuration", config.logFile().rotateDuration());
        put("FileLog.LogRotateMaxFiles", config.logFile().rotateMaxFiles());
        put("Syslog.Enabled", config.syslog().enabled());
        put("Syslog.Facility", config.syslog().facility());
        put("Syslog.Name", config.syslog().name());
    }

    private void exec(String path, ExecConfig exec) {
        put(path + ".Command", exec.command());
        put(path + ".Enabled", exec.enabled());
        put(path + ".Env.Pristine", exec.environment().pristine());
        put(path + ".Env.Custom", exec.environment().custom());
        put(path + ".Env.Allowlist", exec.environment().allowlist());
        put(path + ".Env.Denylist", exec.environment().denylist());
        put(path + ".KillSignal", Objects.requireNonNullElse(exec.killSignal(), Signal.SIGINT));
        put(path + ".KillTimeout", exec.killTimeout());
        put(path + ".ReloadSignal", exec.reloadSignal());
        put(path + ".Splay", exec.splay());
        put(path + ".Timeout", exec.timeout());
    }

    private void quiescence(String path, WaitConfig quiescence) {
        put(path + ".Enabled", quiescence.enabled());
        put(path + ".Min", quiescence.min());
        put(path + ".Max", quiescence.max());
    }

    private void template(String path, TemplateConfig template) {
        put(path + "Backup", template.backup());
        put(path + "Contents", template.contents());
        put(path + "CreateDestDirs", template.createDestinationFolders());
        put(path + "Destination", template.destination());
        put(path + "ErrMissingKey", template.failOnMissingKey());
        put(path + "ErrFatal", template.fatal());
        exec(path + "Exec", template.exec());
        put(path + "Perms", template.permissions());
        put(path + "User", template.user());
        put(path + "Group", template.group());
        put(path + "Source", template.source());
        quiescence(path + "Wait", template.quiescence());
        put(path + "LeftDelim", template.delimiters().left());
        put(path + "RightDelim", template.delimiters().right());
        put(path + "FunctionDenylist", template.deniedFunctions());
        put(path + "SandboxPath", template.sandboxPath());
    }

    private void vault(VaultConfig vault) {
        put("Vault.Address", vault.address());
        put("Vault.Enabled", vault.enabled());
        put("Vault.Namespace", vault.namespace());
        put("Vault.RenewToken", vault.renewToken());
        put("Vault.UnwrapToken", vault.unwrapToken());
        put("Vault.DefaultLeaseDuration", vault.defaultLeaseDuration());
        put("Vault.LeaseRenewalThreshold", vault.leaseRenewalThreshold());
        put("Vault.K8SAuthRoleName", vault.kubernetes().role());
        put(
                "Vault.K8SServiceAccountToken",
                vault.kubernetes().serviceAccountToken().reveal());
        put(
                "Vault.K8SServiceAccountTokenPath",
                vault.kubernetes().serviceAccountTokenPath().toString());
        put("Vault.K8SServiceMountPath", vault.kubernetes().mountPath());
        put("Vault.Retry.Attempts", vault.retry().attempts());
        put("Vault.Retry.Backoff", vault.retry().backoff());
        put("Vault.Retry.MaxBackoff", vault.retry().maxBackoff());
        put("Vault.Retry.Enabled", vault.retry().enabled());
        ssl(vault.ssl());
        transport(vault.transport());
    }

    private void ssl(SslConfig ssl) {
        put("Vault.SSL.Enabled", ssl.enabled());
        put("Vault.SSL.Verify", ssl.verify());
        put("Vault.SSL.Cert", ssl.certificate());
        put("Vault.SSL.Key", ssl.key());
        put("Vault.SSL.CaCert", ssl.caCertificate());
        put("Vault.SSL.CaCertBytes", ssl.caBytes());
        put("Vault.SSL.CaPath", ssl.caPath());
        put("Vault.SSL.ServerName", ssl.serverName());
    }

    private void transport(TransportConfig transport) {
        put("Vault.Transport.DialKeepAlive", transport.dialKeepAlive());
        put("Vault.Transport.DialTimeout", transport.dialTimeout());
        put("Vault.Transport.DisableKeepAlives", transport.disableKeepAlives());
        put("Vault.Transport.IdleConnTimeout", transport.idleConnTimeout());
        put("Vault.Transport.MaxIdleConns", transport.maxIdleConns());
        put("Vault.Transport.MaxIdleConnsPerHost", transport.maxIdleConnsPerHost());
        put("Vault.Transport.MaxConnsPerHost", transport.maxConnsPerHost());
        put("Vault.Transport.TLSHandshakeTimeout", transport.tlsHandshakeTimeout());
    }

    private void put(String path, @Nullable Object value) {
        values.put(path, text(value));
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Duration duration) {
            return String.valueOf((double) duration.toNanos());
        }
        if (value instanceof Signal signal) {
            return String.valueOf((double) signal.number());
        }
        if (value instanceof Number number) {
            return String.valueOf(number.doubleValue());
        }
        if (value instanceof List<?> list) {
            return new ArrayList<>(list).toString();
        }
        return value == null ? "" : value.toString();
    }
}
