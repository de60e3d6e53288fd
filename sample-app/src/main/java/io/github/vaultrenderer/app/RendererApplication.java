package io.github.vaultrenderer.app;

import io.github.vaultrenderer.app.settings.AuthenticatorSettings;
import io.github.vaultrenderer.app.settings.ConsulTemplateSettings;
import io.github.vaultrenderer.app.settings.NativeSettings;
import io.github.vaultrenderer.app.settings.RenderPlan;
import io.github.vaultrenderer.app.settings.VaultVariables;
import io.github.vaultrenderer.failure.RendererException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The renderer app: {@code vault-renderer}, {@code consul-template} and {@code vault-kubernetes-authenticator} in one. The
 * first argument may be one of these names, or the path of a file that is called so; {@link Face} tells what else it means.
 */
public final class RendererApplication {

    private final Map<String, String> environment;
    private final PrintStream output;
    private final PrintStream errors;
    private final TerminationMessage termination;

    RendererApplication(Map<String, String> environment, PrintStream output, PrintStream errors, Path terminationLog) {
        this.environment = environment;
        this.output = output;
        this.errors = errors;
        this.termination = new TerminationMessage(terminationLog);
    }

    /** Runs once and exits. */
    public static void main(String[] arguments) {
        Preparation.start(System.getenv());
        ConsoleLogging.start(System.err, System.getenv());
        UnusedSocketFactory.install();
        // Otherwise the JDK gives no password to a proxy that is to lead to Vault's TLS.
        System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
        RendererApplication application =
                new RendererApplication(System.getenv(), System.out, System.err, TerminationMessage.DEFAULT_PATH);
        System.exit(application.run(List.of(arguments)));
    }

    /** Runs once and gives the exit code. */
    int run(List<String> arguments) {
        Face face = Face.of(arguments);
        List<String> own = Face.isNamed(arguments) ? arguments.subList(1, arguments.size()) : arguments;
        try {
            return run(face, own);
        } catch (ConsulTemplateSettings.BadArguments wrong) {
            return failed(face, String.valueOf(wrong.getMessage()), ExitCode.CONSUL_TEMPLATE_ARGUMENTS);
        } catch (ConsulTemplateSettings.BadConfiguration wrong) {
            return failed(face, String.valueOf(wrong.getMessage()), ExitCode.CONSUL_TEMPLATE_CONFIGURATION);
        } catch (ConsulTemplateSettings.Unsupported unsupported) {
            return failed(face, String.valueOf(unsupported.getMessage()), ExitCode.CONSUL_TEMPLATE_UNSUPPORTED);
        } catch (RunFailed failed) {
            return failed(face, String.valueOf(failed.getMessage()), ExitCode.CONSUL_TEMPLATE_RUN);
        } catch (RuntimeException failure) {
            return failed(face, failure);
        }
    }

    private int run(Face face, List<String> arguments) {
        VaultVariables variables = new VaultVariables(environment);
        return switch (face) {
            case RENDERER -> run(Subcommand.of(arguments), Subcommand.rest(arguments), variables);
            case CONSUL_TEMPLATE -> render(ConsulTemplateSettings.plan(arguments, variables));
            case AUTHENTICATOR -> render(AuthenticatorSettings.plan(variables));
        };
    }

    private int run(Subcommand subcommand, List<String> arguments, VaultVariables variables) {
        return switch (subcommand) {
            case RENDER -> render(NativeSettings.plan(arguments, variables));
            case LOGIN -> {
                new LoginCommand(output).run(NativeSettings.login(arguments, variables));
                yield ExitCode.DONE;
            }
            case HELP -> {
                output.print(HelpText.TEXT);
                yield ExitCode.DONE;
            }
        };
    }

    private int render(RenderPlan plan) {
        return new RendererCommand(environment, output, errors).run(plan);
    }

    private int failed(Face face, RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RendererException known) {
                return failed(face, known.getMessage() + ". " + known.action(), face.exitCode(known.kind()));
            }
        }
        return failed(face, UnexpectedFailure.describe(failure), ExitCode.UNEXPECTED);
    }

    private int failed(Face face, String message, int exitCode) {
        String line = face.command() + ": " + message.replaceAll("\\s*\\R\\s*", " ") + " (exit " + exitCode + ")";
        errors.println(line);
        termination.write(line);
        return exitCode;
    }
}
