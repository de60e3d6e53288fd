package io.github.vaultrenderer.app.settings;

import io.github.vaultrenderer.VaultRenderer;
import io.github.vaultrenderer.app.settings.RunOptions.Extent;
import io.github.vaultrenderer.app.settings.consultemplate.ConsulTemplateConfig;
import io.github.vaultrenderer.app.settings.consultemplate.LogFile;
import io.github.vaultrenderer.app.settings.consultemplate.SslConfig;
import io.github.vaultrenderer.app.settings.consultemplate.VaultConfig;
import io.github.vaultrenderer.template.TemplatePermissions;
import io.github.vaultrenderer.template.gotemplate.GoTemplateEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * Makes a plan of consul-template's settings.
 *
 * @param config the settings
 * @param variables all variables
 */
record ConsulTemplatePlan(ConsulTemplateConfig config, VaultVariables variables) {

    /** The file's name where a folder is given. */
    private static final String LOG_FILE = "consul-template.log";

    RenderPlan plan() {
        Map<String, String> shown = shown(config.vault());
        TemplatePermissions permissions = PermissionsVariable.addTo(TemplatePermissions.compatible(), variables);
        ConsulTemplateWork work = new ConsulTemplateWork(config, shown, permissions);
        return new RenderPlan(() -> renderer(shown), work.work(), null, options(work));
    }

    private VaultRenderer.Builder renderer(Map<String, String> shown) {
        UnaryOperator<@Nullable String> environment = name -> {
            String setting = shown.get(name);
            return setting == null ? variables.environment().get(name) : setting;
        };
        return new ConsulTemplateVault(config.vault(), variables)
                .renderer()
                .environment(environment)
                // Each job has an engine of its own.
                .engines(List.<GoTemplateEngine>of());
    }

    private RunOptions options(ConsulTemplateWork work) {
        Extent extent = config.mode() == ConsulTemplateConfig.Mode.PARSE_ONLY
                ? Extent.PARSE
                : config.dry() ? Extent.PRINT : Extent.EVERYTHING;
        return new RunOptions(
                extent,
                "",
                notes(),
                new LogSettings(level(), logFile(config.logFile())),
                config.pidFile().isEmpty() ? null : Path.of(config.pidFile()),
                !config.vault().transport().disableKeepAlives(),
                true,
                work.successor());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(config.remarks());
        if (!config.ignored().isEmpty()) {
            notes.add(
                    "without a meaning here, as they concern Consul or Nomad: " + String.join(", ", config.ignored()));
        }
        if (config.syslog().enabled()) {
            notes.add("there is no logging to syslog: what is logged goes to standard error"
                    + (config.logFile().path().isEmpty() ? "" : " and to the log file"));
        }
        return notes;
    }

    private Level level() {
        return switch (config.logLevel()) {
            case TRACE -> Level.FINEST;
            case DEBUG -> Level.FINE;
            case INFO -> Level.INFO;
            case WARN -> Level.WARNING;
            case ERR -> Level.SEVERE;
        };
    }

    private static LogSettings.@Nullable File logFile(LogFile file) {
        if (file.path().isEmpty()) {
            return null;
        }
        String path = file.path().endsWith("/") ? file.path() + LOG_FILE : file.path();
        return new LogSettings.File(Path.of(path), file.rotateBytes(), file.rotateDuration(), file.rotateMaxFiles());
    }

    /**
     * What templates and commands see of the settings, in the form of variables.
     *
     * @see <a href="https://github.com/hashicorp/consul-template/blob/v0.41.1/manager/runner.go">consul-template,
     *     childEnv</a>
     */
    private static Map<String, String> shown(VaultConfig vault) {
        SslConfig ssl = vault.ssl();
        Map<String, String> shown = new HashMap<>();
        shown.put("CONSUL_HTTP_SSL", "false");
        shown.put("CONSUL_HTTP_SSL_VERIFY", "true");
        put(shown, "VAULT_ADDR", vault.address());
        put(shown, "VAULT_SKIP_VERIFY", ssl.verify() ? "" : "true");
        put(shown, "VAULT_CLIENT_CERT", ssl.certificate());
        put(shown, "VAULT_CLIENT_KEY", ssl.key());
        put(shown, "VAULT_CAPATH", ssl.caPath());
        put(shown, "VAULT_CACERT", ssl.caCertificate());
        put(shown, "VAULT_CACERT_BYTES", ssl.caBytes());
        put(shown, "VAULT_TLS_SERVER_NAME", ssl.serverName());
        return shown;
    }

    private static void put(Map<String, String> shown, String name, String value) {
        if (!value.isEmpty()) {
            shown.put(name, value);
        }
    }
}
