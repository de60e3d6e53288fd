package io.github.vaultrenderer.app.settings;

import io.github.vaultrenderer.VaultRenderer;
import io.github.vaultrenderer.auth.KubernetesLogin;
import io.github.vaultrenderer.failure.ConfigurationException;
import io.github.vaultrenderer.http.VaultEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A login without a rendering.
 *
 * @param renderer makes what logs in; not called before it is needed
 * @param endpoint where the login goes
 * @param login the login
 * @param tokenFiles where to leave the token; {@code null} to leave it nowhere
 * @param output what to print
 */
public record LoginPlan(
        Supplier<VaultRenderer> renderer,
        VaultEndpoint endpoint,
        KubernetesLogin login,
        RenderPlan.@Nullable TokenFiles tokenFiles,
        Output output) {

    /**
     * What goes to standard output.
     *
     * @param token the token alone ({@code --print-token})
     * @param curl the same login as a line for the shell ({@code --print-curl})
     * @param dryRun whether to send nothing ({@code --dry-run})
     * @param others the arguments that are none of these
     */
    public record Output(boolean token, boolean curl, boolean dryRun, List<String> others) {

        private static final String PRINT_TOKEN = "--print-token";
        private static final String PRINT_CURL = "--print-curl";
        private static final String DRY_RUN = "--dry-run";

        public Output {
            others = List.copyOf(others);
        }

        static Output of(List<String> arguments) {
            List<String> others = new ArrayList<>(arguments);
            boolean token = others.remove(PRINT_TOKEN);
            boolean curl = others.remove(PRINT_CURL);
            boolean dryRun = others.remove(DRY_RUN);
            for (String other : others) {
                // Spring's have a name and a value; what has none is meant for us, and misspelt.
                if (!other.startsWith("--") || other.indexOf('=') < 0) {
                    throw new ConfigurationException(
                            "login does not know the argument " + other,
                            "Use " + PRINT_TOKEN + ", " + PRINT_CURL + ", " + DRY_RUN
                                    + ", or a setting such as --vault-renderer.role=NAME.");
                }
            }
            return new Output(token, curl, dryRun, others);
        }
    }
}
