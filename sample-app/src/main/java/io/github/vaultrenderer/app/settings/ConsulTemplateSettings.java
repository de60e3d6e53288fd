package io.github.vaultrenderer.app.settings;

import io.github.vaultrenderer.RenderJob;
import io.github.vaultrenderer.VaultRenderer;
import io.github.vaultrenderer.auth.TokenLogin;
import io.github.vaultrenderer.auth.VaultLogin;
import io.github.vaultrenderer.failure.ConfigurationException;
import io.github.vaultrenderer.http.VaultEndpoint;
import io.github.vaultrenderer.redact.Sensitive;
import io.github.vaultrenderer.render.FileMode;
import io.github.vaultrenderer.template.gotemplate.GoTemplateEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The arguments of consul-template that a single run has, and the environment that goes with them. */
public final class ConsulTemplateSettings {

    private static final String GO = "go";

    private ConsulTemplateSettings() {}

    /** Arguments that ask for what this program does not do; its message says what. */
    public static final class Unsupported extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unsupported(String message) {
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
     * The plan for {@code -once -template in:out[:command]}.
     *
     * @throws BadArguments for an argument that is unknown or malformed
     * @throws Unsupported without {@code -once}
     * @throws ConfigurationException for a wrong variable
     */
    public static RenderPlan plan(List<String> arguments, VaultVariables variables) {
        ParseResult parsed = parse(arguments);
        if (!parsed.matchedOptionValue("-once", false)) {
            throw new Unsupported("only -once is supported: without it, consul-template stays and watches");
        }
        List<String> templates = parsed.matchedOptionValue("-template", List.of());
        List<RenderPlan.Work> work =
                templates.stream().map(ConsulTemplateSettings::work).toList();
        VaultEndpoint endpoint = variables.endpoint();
        return new RenderPlan(() -> renderer(endpoint, variables), work, null);
    }

    private static VaultRenderer renderer(VaultEndpoint endpoint, VaultVariables variables) {
        return VaultRenderer.builder()
                .vault(endpoint)
                .login(login(variables))
                .environment(variables.environment()::get)
                .engines(List.of(GoTemplateEngine.compatible()))
                .build();
    }

    private static ParseResult parse(List<String> arguments) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(new Object());
        spec.addOption(OptionSpec.builder("-once", "--once").type(boolean.class).build());
        spec.addOption(OptionSpec.builder("-template", "--template")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .build());
        // consul-template ends options at the first argument that is none, and ignores what follows.
        CommandLine line = new CommandLine(spec).setPosixClusteredShortOptionsAllowed(false);
        try {
            return line.parseArgs(arguments.toArray(String[]::new));
        } catch (ParameterException wrong) {
            throw new BadArguments(String.valueOf(wrong.getMessage()));
        }
    }

    private static RenderPlan.Work work(String argument) {
        List<String> parts = parts(argument);
        if (parts.size() < 2 || parts.get(0).isEmpty() || parts.get(1).isEmpty()) {
            throw new BadArguments("-template wants in:out or in:out:command, not \"" + argument + "\"");
        }
        RenderJob job = RenderJob.from(Path.of(parts.get(0)))
                .to(Path.of(parts.get(1)))
                .with(FileMode.WORLD_READABLE)
                .engine(GO);
        return new RenderPlan.Work(job, parts.size() > 2 ? parts.get(2) : "");
    }

    /** A colon divides, except in the command, which may hold any. */
    private static List<String> parts(String argument) {
        List<String> parts = new ArrayList<>();
        for (String part : argument.split(":", 3)) {
            parts.add(part.strip());
        }
        return parts;
    }

    /** consul-template's order: a token that is there, in the environment or at home, comes before a login. */
    private static VaultLogin login(VaultVariables variables) {
        Optional<String> token = variables.get("VAULT_TOKEN");
        if (token.isPresent()) {
            return TokenLogin.of(Sensitive.of(token.get()));
        }
        Optional<Path> file =
                variables.path("HOME").map(home -> home.resolve(".vault-token")).filter(Files::exists);
        if (file.isPresent()) {
            return TokenLogin.fromFile(file.get());
        }
        Optional<String> role = variables.get("VAULT_K8S_AUTH_ROLE_NAME").or(() -> variables.get("VAULT_ROLE"));
        if (role.isPresent()) {
            return variables.login(role.get());
        }
        throw new ConfigurationException(
                "there is no Vault token: VAULT_TOKEN is not set and there is no .vault-token in the home folder ("
                        + variables.get("HOME").orElse("HOME is not set") + ")",
                "Let a login write the token there (TOKEN_DEST_PATH of the container before), or set VAULT_ROLE.");
    }
}
