package io.github.vaultrenderer.app.settings;

import io.github.vaultrenderer.RenderJob;
import io.github.vaultrenderer.failure.ConfigurationException;
import io.github.vaultrenderer.spring.RendererSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Our own settings: {@code vault-renderer.*} properties from every place where Spring Boot looks for them, and below them
 * the {@code VAULT_*} variables that every Vault user knows.
 */
public final class NativeSettings {

    private static final String PREFIX = "vault-renderer.";

    private NativeSettings() {}

    /**
     * The plan that the properties make.
     *
     * @param arguments Spring's own: {@code --name=value}
     * @throws ConfigurationException when a setting is missing or wrong
     */
    public static RenderPlan plan(List<String> arguments, VaultVariables variables) {
        RendererSettings settings = RendererSettings.of(environment(arguments, variables));
        List<RenderJob> jobs = settings.jobs();
        List<RenderPlan.Work> work = new ArrayList<>();
        jobs.forEach(job -> work.add(new RenderPlan.Work(job, null)));
        return new RenderPlan(
                () -> settings.renderer().environment(variables.environment()::get),
                work,
                tokenFiles(variables, jobs.isEmpty()));
    }

    /** Every place where Boot looks for properties, in its order, without the application that Boot would start. */
    private static ConfigurableEnvironment environment(List<String> arguments, VaultVariables variables) {
        StandardEnvironment environment = new StandardEnvironment();
        MutablePropertySources sources = environment.getPropertySources();
        sources.replace(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        Map.copyOf(variables.environment())));
        sources.addFirst(new SimpleCommandLinePropertySource(arguments.toArray(String[]::new)));
        sources.addLast(new DefaultPropertiesPropertySource(defaults(variables)));
        ConfigFiles.addTo(environment, arguments, variables.environment(), Path.of(""));
        return environment;
    }

    /**
     * Without a template, this is the authenticator's container, which names its own variables; a run that has neither was
     * forgotten to be configured, and must not look as if it had worked.
     */
    private static RenderPlan.@Nullable TokenFiles tokenFiles(VaultVariables variables, boolean nothingToRender) {
        boolean asked = variables.get("TOKEN_DEST_PATH").isPresent()
                || variables.get("ACCESSOR_DEST_PATH").isPresent();
        if (!asked && !nothingToRender) {
            return null;
        }
        if (asked || variables.get("VAULT_ROLE").isPresent()) {
            return AuthenticatorSettings.tokenFiles(variables);
        }
        throw new ConfigurationException(
                "there is nothing to do: no template is configured, and no file for a token",
                "Set vault-renderer.jobs[0].template and .destination (VAULT_RENDERER_JOBS_0_TEMPLATE, …), or"
                        + " TOKEN_DEST_PATH to log in only.");
    }

    private static Map<String, Object> defaults(VaultVariables variables) {
        Map<String, Object> defaults = new HashMap<>();
        Map.of(
                        "VAULT_ADDR", "address",
                        "VAULT_NAMESPACE", "namespace",
                        "VAULT_ROLE", "role",
                        "VAULT_K8S_MOUNT_PATH", "mount-path",
                        "SERVICE_ACCOUNT_PATH", "service-account-token-file",
                        "VAULT_TOKEN", "token",
                        "VAULT_CAPEM", "tls.ca-pem",
                        "VAULT_CACERT", "tls.ca-file",
                        "VAULT_CAPATH", "tls.ca-folder",
                        "VAULT_TLS_SERVER_NAME", "tls.server-name")
                .forEach((variable, property) ->
                        variables.get(variable).ifPresent(value -> defaults.put(PREFIX + property, value)));
        defaults.put(PREFIX + "tls.skip-verify", String.valueOf(variables.skipVerify()));
        return defaults;
    }
}
