package io.github.vaultrenderer.app.settings.consultemplate;

import io.github.vaultrenderer.failure.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Reads all that consul-template is told: flags over {@code CT_LOCAL_CONFIG}, over the files of {@code -config} from last to
 * first, over the environment, over defaults.
 */
public final class CommandLine {

    private static final String LOCAL_CONFIG = "CT_LOCAL_CONFIG";

    private CommandLine() {}

    /**
     * Reads and checks every setting.
     *
     * @param arguments the flags
     * @param environment all variables
     * @throws FlagException for wrong flags, or a wrong {@code CT_LOCAL_CONFIG}
     * @throws ConfigurationException for a file that cannot be read or holds what is no setting, with its line
     */
    public static Invocation read(List<String> arguments, Map<String, String> environment) {
        Layer local = local(environment.getOrDefault(LOCAL_CONFIG, ""));
        Flags flags = FlagReader.read(arguments);
        if (flags.help()) {
            return new Invocation.Help(Usage.TEXT);
        }
        Layer files = Layer.empty();
        for (String path : flags.configPaths()) {
            for (Layer file : ConfigPaths.read(path)) {
                files = files.under(file);
            }
        }
        Layer above = (waits(flags.layer()) ? local.without("wait.bool", "wait.min", "wait.max") : local)
                .under(flags.layer());
        ConsulTemplateConfig config = new ConfigDefaults(files, above, new Variables(environment)).config(flags.dry());
        return flags.version() ? new Invocation.Version(config) : new Invocation.Run(config);
    }

    /** {@code -wait} replaces the whole block. */
    private static boolean waits(Layer flags) {
        return flags.duration("wait.min") != null;
    }

    /** consul-template reads it among the flags, and so exits as for a wrong flag. */
    private static Layer local(String text) {
        if (text.isEmpty()) {
            return Layer.empty();
        }
        try {
            return new LayerReader(LOCAL_CONFIG).read(text.getBytes(StandardCharsets.UTF_8));
        } catch (ConfigurationException wrong) {
            throw new FlagException(wrong.getMessage() + ". " + wrong.action());
        }
    }
}
