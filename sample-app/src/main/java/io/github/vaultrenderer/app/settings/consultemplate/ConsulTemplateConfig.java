package io.github.vaultrenderer.app.settings.consultemplate;

import java.time.Duration;
import java.util.List;

/**
 * Every setting of consul-template that means something without Consul and Nomad, with its default where it was not set.
 *
 * @param mode how long to run; {@link Mode#WATCH} unless told otherwise
 * @param dry whether to print what would be written, instead of writing it ({@code -dry}; false)
 * @param templates the templates, of the files in their order, then of {@code CT_LOCAL_CONFIG}, then of {@code -template}
 * @param vault where Vault is and how to speak to it
 * @param exec the program to run when all templates are rendered; not enabled by default
 * @param quiescence how long to wait for changes to end; not enabled in {@link Mode#ONCE}, as consul-template has it
 * @param delimiters of all templates that have none of their own
 * @param failOnMissing whether a secret that is not there ends the run at once ({@code err_on_failed_lookup}; false)
 * @param killSignal what ends the program (SIGINT)
 * @param reloadSignal what makes it read its settings anew (SIGHUP)
 * @param pidFile where to write the number of the process; empty for nowhere
 * @param logLevel what to log ({@code CT_LOG} and its like, then WARN)
 * @param logFile where to log beside standard error
 * @param syslog whether to log to syslog too
 * @param maxStale how old Consul's answers may be (2s); without a meaning for Vault
 * @param blockQueryWait how long Consul may hold a request (60s); without a meaning for Vault
 * @param ignored settings that were given and have no meaning without Consul or Nomad, each once, sorted
 * @param remarks what a user should know about settings that were read otherwise than they seem to say, in sentences
 * @see <a href="https://github.com/hashicorp/consul-template/blob/v0.41.1/config/config.go">consul-template, Config</a>
 */
public record ConsulTemplateConfig(
        Mode mode,
        boolean dry,
        List<TemplateConfig> templates,
        VaultConfig vault,
        ExecConfig exec,
        WaitConfig quiescence,
        Delimiters delimiters,
        boolean failOnMissing,
        Signal killSignal,
        Signal reloadSignal,
        String pidFile,
        LogLevel logLevel,
        LogFile logFile,
        Syslog syslog,
        Duration maxStale,
        Duration blockQueryWait,
        List<String> ignored,
        List<String> remarks) {

    public ConsulTemplateConfig {
        templates = List.copyOf(templates);
        ignored = List.copyOf(ignored);
        remarks = List.copyOf(remarks);
    }

    /** How long a run lasts. */
    public enum Mode {
        /** {@code -once}: until all templates are rendered. */
        ONCE,
        /** {@code -parse-only}: until all templates are parsed and were run without a single secret; nothing is asked of Vault. */
        PARSE_ONLY,
        /** Neither: for ever. */
        WATCH
    }
}
