package io.github.vaultrenderer.app;

import io.github.vaultrenderer.app.settings.AuthenticatorSettings;
import io.github.vaultrenderer.app.settings.ConsulTemplateSettings;
import io.github.vaultrenderer.app.settings.NativeSettings;
import io.github.vaultrenderer.app.settings.RenderPlan;
import io.github.vaultrenderer.app.settings.VaultVariables;
import io.github.vaultrenderer.failure.FailureKind;
import io.github.vaultrenderer.failure.RendererException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * The renderer app: {@code vault-renderer}, {@code consul-template} and {@code vault-kubernetes-authenticator} in one. The
 * first argument may be one of these names, or the path of a file that is called so; it is {@code vault-renderer}
 * otherwise.
 */
public final class RendererApplication {

    private final Map<String, String> environment;
    private final PrintStream output;
    private final PrintStream errors;
    private final TerminationMessage termination;

    RendererApplication(
            Map<String, String> environment, PrintStream output, PrintStream errors, Path terminationLog) {
        this.environment = environment;
        this.output = output;
        this.errors = errors;
        this.termination = new TerminationMessage(terminationLog);
    }

    /** Runs once and exits. */
    public static void main(String[] arguments) {
        ConsoleLogging.start(System.err, System.getenv());
        UnusedSocketFactory.install();
        RendererApplication application =
                new RendererApplication(System.getenv(), System.out, System.err, TerminationMessage.DEFAULT_PATH);
        System.exit(application.run(List.of(arguments)));
    }

    /** Runs once and gives the exit code. */
    int run(List<String> arguments) {
        Optional<Face> named = arguments.isEmpty() ? Optional.empty() : Face.named(arguments.get(0));
        Face face = named.orElse(Face.RENDERER);
        List<String> own = named.isPresent() ? arguments.subList(1, arguments.size()) : arguments;
        RenderPlan plan;
        try {
            plan = plan(face, own);
        } catch (ConsulTemplateSettings.BadArguments wrong) {
            return failed(face, String.valueOf(wrong.getMessage()), ExitCode.CONSUL_TEMPLATE_ARGUMENTS);
        } catch (ConsulTemplateSettings.Unsupported unsupported) {
            return failed(face, String.valueOf(unsupported.getMessage()), ExitCode.CONSUL_TEMPLATE_UNSUPPORTED);
        } catch (RuntimeException failure) {
            return failed(face, failure, face::settingsExitCode);
        }
        return carryOut(face, plan);
    }

    private int carryOut(Face face, RenderPlan plan) {
        try {
            return new RendererCommand(environment, output, errors).run(plan);
        } catch (ExternalProcess.Failed | PidFile.Failed | RotatingLogFile.Failed failed) {
            return failed(face, String.valueOf(failed.getMessage()), ExitCode.CONSUL_TEMPLATE_RUN);
        } catch (RuntimeException failure) {
            return failed(face, failure, face::exitCode);
        }
    }

    private RenderPlan plan(Face face, List<String> arguments) {
        VaultVariables variables = new VaultVariables(environment);
        return switch (face) {
            case RENDERER -> NativeSettings.plan(arguments, variables);
            case CONSUL_TEMPLATE -> ConsulTemplateSettings.plan(arguments, variables);
            case AUTHENTICATOR -> AuthenticatorSettings.plan(variables);
        };
    }

    private int failed(Face face, RuntimeException failure, ToIntFunction<FailureKind> exitCode) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RendererException known) {
                return failed(face, known.getMessage() + ". " + known.action(), exitCode.applyAsInt(known.kind()));
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
