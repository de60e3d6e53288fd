package io.github.vaultrenderer.app.settings.consultemplate;

import io.github.vaultrenderer.failure.ConfigurationException;
import java.util.Map;

/** What we make of what consul-template is told. */
final class OurVerdict {

    private static final int FLAGS = 13;
    static final int CONFIGURATION = 15;

    private OurVerdict() {}

    static Verdict of(ConfigCase each) {
        try {
            Invocation invocation = CommandLine.read(each.arguments(), each.environment());
            boolean run = invocation instanceof Invocation.Run;
            return new Verdict(0, run ? FinalValues.of(((Invocation.Run) invocation).config()) : Map.of());
        } catch (FlagException wrong) {
            return new Verdict(FLAGS, Map.of());
        } catch (ConfigurationException wrong) {
            return new Verdict(CONFIGURATION, Map.of());
        }
    }
}
