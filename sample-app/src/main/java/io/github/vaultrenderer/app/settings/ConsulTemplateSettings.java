package io.github.vaultrenderer.app.settings;

import io.github.vaultrenderer.app.settings.consultemplate.CommandLine;
import io.github.vaultrenderer.app.settings.consultemplate.ConsulTemplateConfig;
import io.github.vaultrenderer.app.settings.consultemplate.FlagException;
import io.github.vaultrenderer.app.settings.consultemplate.Invocation;
import io.github.vaultrenderer.failure.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The settings of consul-template: its flags, its files, and the environment that goes with them. */
public final class ConsulTemplateSettings {

    /** The version whose flags, files and behaviour these are. */
    private static final String ORIGINAL = "consul-template v0.41.1";

    private ConsulTemplateSettings() {}

    /** Settings that ask for what this program does not do; its message says what. */
    public static final class Unsupported extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unsupported(String message) {
            super(message);
        }
    }

    /** Settings that make no sense, other than arguments; its message says why, and what to set. */
    public static final class BadConfiguration extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadConfiguration(String message) {
            super(message);
        }
    }

    /** Arguments that make no sense; its message says why. */
    public static final class BadArguments extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadArguments(String message) {
            super(message);
        }
    }

    /**
     * The plan that the settings make.
     *
     * @throws BadArguments for an argument that is unknown or malformed
     * @throws BadConfiguration for a file, or a variable, that is
     * @throws Unsupported for a run that would stay and watch
     */
    public static RenderPlan plan(List<String> arguments, VaultVariables variables) {
        Invocation invocation = read(arguments, variables);
        if (invocation instanceof Invocation.Help help) {
            return RenderPlan.saying(help.text());
        }
        if (invocation instanceof Invocation.Version) {
            return RenderPlan.saying(version());
        }
        ConsulTemplateConfig config = ((Invocation.Run) invocation).config();
        if (config.mode() == ConsulTemplateConfig.Mode.WATCH) {
            throw new Unsupported(String.join(". ", stays(config.remarks())));
        }
        return new ConsulTemplatePlan(config, variables).plan();
    }

    /** With the remarks: a file may say {@code once = true}, which does not count there. */
    private static List<String> stays(List<String> remarks) {
        List<String> sentences = new ArrayList<>();
        sentences.add("only -once is supported: without it, consul-template stays and watches");
        sentences.addAll(remarks);
        return sentences;
    }

    private static Invocation read(List<String> arguments, VaultVariables variables) {
        try {
            return CommandLine.read(arguments, variables.environment());
        } catch (FlagException wrong) {
            throw new BadArguments(String.valueOf(wrong.getMessage()));
        } catch (ConfigurationException wrong) {
            throw new BadConfiguration(wrong.getMessage() + ". " + wrong.action());
        }
    }

    /** The original's first, as scripts look for it. */
    private static String version() {
        String ours = ConsulTemplateSettings.class.getPackage().getImplementationVersion();
        return ORIGINAL + " (vault-renderer " + Objects.requireNonNullElse(ours, "of a source tree") + ")\n";
    }
}
