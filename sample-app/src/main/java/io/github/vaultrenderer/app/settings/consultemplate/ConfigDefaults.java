package io.github.vaultrenderer.app.settings.consultemplate;

import io.github.vaultrenderer.app.settings.consultemplate.ConsulTemplateConfig.Mode;
import io.github.vaultrenderer.failure.ConfigurationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Fills in what no layer says.
 *
 * @see <a href="https://github.com/hashicorp/consul-template/blob/v0.41.1/config/config.go">consul-template,
 *     Config.Finalize</a>
 */
final class ConfigDefaults {

    private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(30);

    private final Layer files;
    private final Layer above;
    private final Layer all;
    private final Defaults defaults;
    private final Variables variables;

    /**
     * @param files all files' settings
     * @param above those of {@code CT_LOCAL_CONFIG} and the flags
     */
    ConfigDefaults(Layer files, Layer above, Variables variables) {
        this.files = files;
        this.above = above;
        // Its default is laid above the files, as if CT_LOCAL_CONFIG had said it.
        this.all = files.without("vault.ssl.enabled", "once", "parseonly").under(above);
        this.defaults = new Defaults(all);
        this.variables = variables;
    }

    ConsulTemplateConfig config(boolean dry) {
        Mode mode = mode();
        return new ConsulTemplateConfig(
                mode,
                dry,
                templates(),
                new VaultDefaults(all, variables).vault(),
                defaults.exec(null, Duration.ZERO),
                mode == Mode.ONCE ? new WaitConfig(false, Duration.ZERO, Duration.ZERO) : defaults.quiescence(),
                new Delimiters(
                        defaults.text("default_delimiters.left", ""), defaults.text("default_delimiters.right", "")),
                defaults.truth("err_on_failed_lookup", false),
                defaults.signal("kill_signal", Signal.SIGINT),
                defaults.signal("reload_signal", Signal.SIGHUP),
                defaults.text("pid_file", ""),
                logLevel(),
                logFile(),
                syslog(),
                defaults.duration("max_stale", Duration.ofSeconds(2)),
                defaults.duration("block_query_wait", Duration.ofMinutes(1)),
                ignored(),
                remarks());
    }

    private static boolean isTrue(@Nullable Boolean truth) {
        return truth != null && truth;
    }

    private Mode mode() {
        if (isTrue(above.truth("parseonly"))) {
            return Mode.PARSE_ONLY;
        }
        return isTrue(above.truth("once")) ? Mode.ONCE : Mode.WATCH;
    }

    private List<TemplateConfig> templates() {
        List<TemplateConfig> templates = new ArrayList<>();
        for (Layer each : all.templates()) {
            templates.add(template(each, new Defaults(each)));
        }
        return templates;
    }

    private TemplateConfig template(Layer layer, Defaults own) {
        String source = own.text("source", "");
        String contents = own.text("contents", "");
        if (source.isEmpty() == contents.isEmpty()) {
            throw new ConfigurationException(
                    layer.place() + ": a template has " + (source.isEmpty() ? "neither" : "both")
                            + " source and contents",
                    "Set one of both.");
        }
        Duration timeout = own.duration("command_timeout", COMMAND_TIMEOUT);
        Long permissions = layer.whole("perms");
        return new TemplateConfig(
                layer.place(),
                source,
                contents,
                own.text("destination", ""),
                own.truth("create_dest_dirs", true),
                permissions == null ? 0 : permissions.intValue(),
                owner(layer, "user", "uid"),
                owner(layer, "group", "gid"),
                own.truth("backup", false),
                new Delimiters(own.text("left_delimiter", ""), own.text("right_delimiter", "")),
                own.truth("error_on_missing_key", false),
                isFatal(own),
                own.words("function_denylist", "function_blacklist"),
                own.text("sandbox_path", ""),
                own.exec(layer.words("command"), timeout),
                own.quiescence());
    }

    private static String owner(Layer layer, String name, String number) {
        String text = layer.text(name);
        Long id = layer.whole(number);
        return text != null ? text : id != null ? String.valueOf(id) : "";
    }

    /** A flag stands over what the template says, and a file below it. */
    private boolean isFatal(Defaults own) {
        Boolean flag = above.truth("template_error_fatal");
        return flag != null ? flag : own.truth("error_fatal", defaults.truth("template_error_fatal", true));
    }

    private LogLevel logLevel() {
        String level = all.text("log_level");
        String name = level == null
                ? variables.text("WARN", "CT_LOG", "CONSUL_TEMPLATE_LOG", "CONSUL_TEMPLATE_LOG_LEVEL")
                : level;
        try {
            return LogLevel.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new ConfigurationException(
                    "there is no log level \"" + name + "\"", "Set log_level to trace, debug, info, warn or err.");
        }
    }

    private LogFile logFile() {
        return new LogFile(
                defaults.text("log_file.path", ""),
                defaults.whole("log_file.log_rotate_bytes", 0),
                defaults.duration("log_file.log_rotate_duration", Duration.ofDays(1)),
                defaults.whole("log_file.log_rotate_max_files", 0));
    }

    private Syslog syslog() {
        String facility = defaults.text("syslog.facility", "");
        String name = defaults.text("syslog.name", "");
        return new Syslog(
                defaults.truth("syslog.enabled", !facility.isEmpty() || !name.isEmpty()),
                defaults.text("syslog.facility", "LOCAL0"),
                defaults.text("syslog.name", "consul-template"));
    }

    private List<String> ignored() {
        TreeSet<String> ignored = new TreeSet<>();
        for (String path : all.paths()) {
            if (path.startsWith("consul.")
                    || path.startsWith("nomad.")
                    || path.startsWith("deduplicate.")
                    || path.equals("max_stale")
                    || path.equals("block_query_wait")) {
                ignored.add(path);
            }
        }
        return List.copyOf(ignored);
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>(all.remarks());
        remarkOn("once", "-once", remarks);
        remarkOn("parseonly", "-parse-only", remarks);
        if (Boolean.FALSE.equals(files.truth("vault.ssl.enabled"))) {
            remarks.add(
                    "vault.ssl.enabled = false in a file has no effect, as in consul-template; -vault-ssl=false has");
        }
        Duration timeout = all.duration("exec.timeout");
        if (timeout != null && !timeout.isZero()) {
            remarks.add("exec.timeout has no effect, as in consul-template: the program may run as long as it likes");
        }
        remarks.addAll(new VaultClientDefaults(variables)
                .remarks(defaults.text("vault.address", variables.text("", "VAULT_ADDR"))));
        return remarks;
    }

    private void remarkOn(String setting, String flag, List<String> remarks) {
        if (isTrue(files.truth(setting))) {
            remarks.add(setting + " = true in a file has no effect, as in consul-template; " + flag + " has");
        }
    }
}
